/** What a board keeps in its address beside period, comparison, language and view. */
export interface BoardSearch {
  /** Page of the presentation, from 1; no presentation without it. */
  readonly present?: string;
}

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readBoardSearch(raw: Record<string, unknown>): BoardSearch {
  const text = String(raw.present ?? "");
  return { present: /^[1-9]\d{0,2}$/.test(text) ? text : undefined } as BoardSearch;
}

/** What composing a new board keeps in its address: the board that it begins as. */
export interface ComposeSearch {
  readonly copy?: string;
}

/** Reads the address, as `readBoardSearch`. */
export function readComposeSearch(raw: Record<string, unknown>): ComposeSearch {
  const copy = typeof raw.copy === "string" && /^[a-z][a-z0-9_]*$/.test(raw.copy) ? raw.copy : undefined;
  return { copy } as ComposeSearch;
}
