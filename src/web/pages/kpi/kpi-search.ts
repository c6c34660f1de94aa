import type { QuestionBody } from "../../api/client.ts";
import { word } from "../../app/search.ts";
import { filtersOf } from "../explore/explore-search.ts";

/** What a KPI's page keeps in its address beside period, comparison, language and board. */
export interface KpiSearch {
  readonly mode?: "cohort";
  /** Days; without it the KPI's own. */
  readonly window?: string;
  /** What it is narrowed to, as in Explore: `channel:Email` */
  readonly where?: string;
  /** The dimension of the breakdown; channel without it. */
  readonly by?: string;
  /** Page of the rows behind the number, from 1; closed without it. */
  readonly rows?: string;
  /** Of which table the rows are. */
  readonly table?: string;
}

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readKpiSearch(raw: Record<string, unknown>): KpiSearch {
  return {
    mode: raw.mode === "cohort" ? "cohort" : undefined,
    window: word(raw.window, /^[1-9]\d{0,3}$/),
    where: word(raw.where, /^.{3,2000}$/u),
    by: word(raw.by, /^[\p{L}][\p{L}\p{N}_. -]{0,80}$/u),
    rows: word(raw.rows, /^[1-9]\d{0,6}$/),
    table: word(raw.table, /^[a-z_]{1,40}$/),
  } as KpiSearch;
}

/** The KPI, the period, what it is narrowed to and the way of counting: what every part of the page asks about. */
export function questionOf(kpi: string, period: string, { mode, window, where }: KpiSearch): QuestionBody {
  const filters = filtersOf(where);
  return {
    kpis: [kpi],
    period,
    ...(Object.keys(filters).length > 0 && { where: filters }),
    ...(mode && { mode, ...(window && { window: Number(window) }) }),
  };
}
