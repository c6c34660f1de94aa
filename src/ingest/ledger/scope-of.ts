/** The filter an export was made with: rows of these values of one column, and nothing else. */
export interface Scope {
  readonly column: string;
  readonly values: readonly string[];
}

/** The column of a scope that names the loads whose rejected rows a load brings mended: it adds to them. */
export const MEND_SCOPE = "leadline_load";

/** A part's `scope` text: "" = everything of the connection, else `campaign=["Brand"]`. */
export function scopeText(scope: Scope | null): string {
  return scope === null ? "" : `${scope.column}=${JSON.stringify([...scope.values].sort())}`;
}

/** Reads a part's `scope` text; null = everything of the connection. */
export function scopeOf(text: string): Scope | null {
  const cut = text.indexOf("=");
  if (cut < 1) return null;
  return { column: text.slice(0, cut), values: JSON.parse(text.slice(cut + 1)) as string[] };
}
