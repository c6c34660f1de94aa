/** What the sources page keeps in its address. */
export interface SourcesSearch {
  readonly by?: "day";
}

/** Reads the address; what cannot be read is left out. */
export function readSourcesSearch({ by }: Record<string, unknown>): SourcesSearch {
  return by === "day" ? { by } : {};
}
