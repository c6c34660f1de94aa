const KEPT = "leadline.single-keys";

/** Whether keys without Ctrl or ⌘ do something; people who speak to their computer turn them off (WCAG 2.1.4). */
export const singleKeysOn = (): boolean => localStorage.getItem(KEPT) !== "off";

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(KEPT, on ? "on" : "off");
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest("[role=dialog]") !== null ||
    /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** The key of an event that means a shortcut: pressed alone, outside of fields and dialogs. */
export function singleKey(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return null;
  if (typing(event.target) || !singleKeysOn()) return null;
  return event.key;
}
