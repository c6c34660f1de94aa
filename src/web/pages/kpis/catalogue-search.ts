const SHOWN = ["tree", "measures"] as const;
const GROUPS = ["race", "goal", "owner"] as const;

/** What the catalogue keeps in its address beside its search words and filters. */
export interface CatalogueSearch {
  /** The list of KPIs without it. */
  readonly show?: (typeof SHOWN)[number];
  /** What the list is grouped by; families without it. */
  readonly group?: (typeof GROUPS)[number];
}

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readCatalogueSearch(raw: Record<string, unknown>): CatalogueSearch {
  const show = SHOWN.find((one) => one === raw.show);
  const group = GROUPS.find((one) => one === raw.group);
  return { show, group } as CatalogueSearch;
}
