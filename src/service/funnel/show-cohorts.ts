import { LeadlineError } from "../../language/leadline-error.ts";
import type { Answer, AnswerPeriod, AnswerRow, Reason } from "../../model/answer.ts";
import { kpiListing, type ListedKpi } from "../kpis/list-kpis.ts";
import { ask } from "../questions/ask.ts";
import { readQuestion } from "../questions/plan-for.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { counting, type StagePair, stagePairs } from "./funnel-plan.ts";

/** Days after entry at which a cohort is looked at, unless asked otherwise. */
export const COHORT_WINDOWS = [30, 60, 90, 120, 180] as const;

/** Those who entered in one period, and the share of them that got there, one cell a window. */
export interface CohortLine {
  readonly period: AnswerPeriod;
  readonly entered: AnswerRow | null;
  readonly cells: readonly AnswerRow[];
}

export interface Cohorts {
  readonly question: Answer["question"];
  readonly pair: StagePair;
  /** What can be chosen. */
  readonly pairs: readonly StagePair[];
  readonly windows: readonly number[];
  readonly lines: readonly CohortLine[];
  /** The whole period, from its rows. */
  readonly whole: CohortLine;
  readonly kpi: ListedKpi;
  readonly data_version: string;
  readonly notes: readonly Reason[];
}

export interface CohortsAsked {
  /** The first pair of the funnel without them. */
  readonly from?: string;
  readonly to?: string;
  /** Days, ascending. */
  readonly windows?: readonly number[];
}

/**
 * The cohort triangle: by month of entry, the share that reached a later stage within each window. Each column is the
 * pair's rate KPI in cohort mode. Throws `funnel.no_pair` where no KPI follows the two stages.
 */
export async function showCohorts(
  workspace: OpenWorkspace,
  { from, to, windows = COHORT_WINDOWS }: CohortsAsked,
  question: Readonly<Record<string, unknown>>,
  language: "en" | "zh" = workspace.settings.language,
): Promise<Cohorts> {
  const catalogue = workspace.catalogue.kpis;
  const pairs = stagePairs(catalogue);
  const pair = choose(pairs, from, to);
  const base = readQuestion({ grain: "month", ...question, kpis: [pair.kpi] });
  for (const window of windows) readQuestion({ ...base, window });
  const count = counting(catalogue, pair.from);
  const [reached, entries] = await Promise.all([
    ask(workspace, { ...base, mode: "cohort" }, language, windows),
    count === null ? null : ask(workspace, { ...base, kpis: [count] }, language),
  ]);
  const kpi = kpiListing(workspace.catalogue).find(({ id }) => id === pair.kpi);
  if (kpi === undefined) throw new TypeError(`${pair.kpi} is in no list`);
  const line = (cells: readonly AnswerRow[], entered: AnswerRow | undefined): CohortLine => {
    const { from, to, period } = reached.question;
    return { period: cells[0]?.period ?? { from, to, label: period }, entered: entered ?? null, cells };
  };
  const notes = [...reached.notes, ...(entries?.notes ?? [])];
  return {
    question: reached.question,
    pair,
    pairs,
    windows,
    lines: chunked(reached.rows, windows.length).map((cells, index) => line(cells, entries?.rows[index])),
    whole: line(reached.total, entries?.total[0]),
    kpi,
    data_version: reached.data_version,
    notes: [...new Map(notes.map((note) => [note.text, note])).values()],
  };
}

/** Rows come by period, and in each by window. */
function chunked(rows: readonly AnswerRow[], size: number): readonly (readonly AnswerRow[])[] {
  return Array.from({ length: rows.length / size }, (_, index) => rows.slice(index * size, (index + 1) * size));
}

function choose(pairs: readonly StagePair[], from: string | undefined, to: string | undefined): StagePair {
  const found = pairs.find(
    (pair) => (from === undefined || pair.from === from) && (to === undefined || pair.to === to),
  );
  if (found !== undefined) return found;
  throw new LeadlineError(
    "funnel.no_pair",
    `No KPI follows persons from ${from ?? "any stage"} to ${to ?? "any stage"}.`,
    `There are ${pairs.map((pair) => `${pair.from} to ${pair.to}`).join(", ")}.`,
    { key: "to" },
  );
}
