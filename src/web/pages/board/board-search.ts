/** What a board keeps in its address beside period, comparison, language and view. */
export interface BoardSearch {
  /** Page of the presentation, from 1; no presentation without it. */
  readonly present?: string;
}

/** Reads the address; what cannot be read is left out. */
export function readBoardSearch(raw: Record<string, unknown>): BoardSearch {
  const text = String(raw.present ?? "");
  return /^[1-9]\d{0,2}$/.test(text) ? { present: text } : {};
}

/** What composing a new board keeps in its address: the board that it begins as. */
export interface ComposeSearch {
  readonly copy?: string;
}

/** Reads the address; what cannot be read is left out. */
export function readComposeSearch(raw: Record<string, unknown>): ComposeSearch {
  return typeof raw.copy === "string" && /^[a-z][a-z0-9_]*$/.test(raw.copy) ? { copy: raw.copy } : {};
}
