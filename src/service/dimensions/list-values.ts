import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** A dimension's value with what a KPI counts there. */
export interface ListedValue {
  readonly value: string;
  /** The KPI's value; null where it has none. */
  readonly counted: number | null;
}

interface Asked {
  readonly dimension: string;
  /** The KPI by whose rows the values are found, and in whose order they stand. */
  readonly kpi: string;
  readonly period: string;
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly mode?: string | undefined;
  /** Part of a value, in any case. */
  readonly search?: string | undefined;
  readonly limit: number;
}

/**
 * The values that a dimension has in a period where a KPI is counted, the largest first; `more` where the limit left some
 * out. A filter on the dimension itself is set aside, so that others can be chosen beside it. Throws what `ask` throws.
 */
export async function listValues(
  workspace: OpenWorkspace,
  { dimension, kpi, period, where = {}, mode, search = "", limit }: Asked,
): Promise<{ readonly values: readonly ListedValue[]; readonly more: boolean }> {
  const { [dimension]: _, ...others } = where;
  const answer = await ask(workspace, {
    kpis: [kpi],
    period,
    by: [dimension],
    where: others,
    ...(mode !== undefined && { mode }),
  });
  const sought = search.trim().toLowerCase();
  const found = answer.rows.flatMap(({ by, value }): ListedValue[] => {
    const name = Object.values(by)[0];
    return name === undefined || !name.toLowerCase().includes(sought) ? [] : [{ value: name, counted: value }];
  });
  const size = ({ counted }: ListedValue): number => counted ?? Number.NEGATIVE_INFINITY;
  const sorted = found.toSorted((a, b) => (size(a) === size(b) ? a.value.localeCompare(b.value) : size(b) - size(a)));
  return { values: sorted.slice(0, limit), more: sorted.length > limit };
}
