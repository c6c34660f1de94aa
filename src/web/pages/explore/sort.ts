/** What orders the lines: a KPI's value over the whole period or in one step, its change, or the `name`. */
export interface Sort {
  readonly kpi: string;
  readonly part: "value" | "change";
  /** The label of a step of time. */
  readonly step?: string;
  readonly down: boolean;
}

export const SORT = /^(-?)([a-z][a-z0-9_]*)(?:\.(change)|@([\w-]{4,12}))?$/;

/** `leads`, `-leads.change`, `leads@2026-07`; a minus is the smallest first. */
export function sortOf(text: string | undefined): Sort | undefined {
  const [, minus, kpi, change, step] = SORT.exec(text ?? "") ?? [];
  if (kpi === undefined) return undefined;
  return { kpi, part: change ? "change" : "value", ...(step && { step }), down: minus === "" };
}

/** As it stands in an address. */
export const sortText = ({ kpi, part, step, down }: Sort): string =>
  `${down ? "" : "-"}${kpi}${part === "change" ? ".change" : step ? `@${step}` : ""}`;
