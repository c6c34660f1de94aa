import { LeadlineError } from "../../language/leadline-error.ts";
import type { Answer, AnswerPeriod, AnswerRow, Reason } from "../../model/answer.ts";
import { calendarOf } from "../../plan/period/calendar.ts";
import { addMonths, startOfMonth } from "../../plan/period/iso-day.ts";
import { readPeriod } from "../../plan/period/read-period.ts";
import { kpiListing, type ListedKpi } from "../kpis/list-kpis.ts";
import { ask } from "../questions/ask.ts";
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
  /** Instead of the question's period: the twelve months up to the end of this one. */
  readonly until?: string;
}

/**
 * The cohort triangle: by month of entry, the share that reached a later stage within each window. Each column is the
 * pair's rate KPI in cohort mode. Throws `funnel.no_pair` where no KPI follows the two stages,
 * and `funnel.two_periods`.
 */
export async function showCohorts(
  workspace: OpenWorkspace,
  { from, to, windows = COHORT_WINDOWS, until }: CohortsAsked,
  question: Readonly<Record<string, unknown>>,
  language: "en" | "zh" = workspace.settings.language,
): Promise<Cohorts> {
  const catalogue = workspace.catalogue.kpis;
  const pairs = stagePairs(catalogue);
  const pair = choose(pairs, from, to);
  const base = {
    grain: "month",
    ...question,
    ...(until !== undefined && { period: yearUpTo(until, workspace, question) }),
  };
  const columns: Answer[] = [];
  for (const window of windows)
    columns.push(await ask(workspace, { ...base, kpis: [pair.kpi], mode: "cohort", window }, language));
  const count = counting(catalogue, pair.from);
  const entries = count === null ? null : await ask(workspace, { ...base, kpis: [count] }, language);
  const [first] = columns;
  const kpi = kpiListing(workspace.catalogue).find(({ id }) => id === pair.kpi);
  if (first === undefined || kpi === undefined) throw new TypeError("a triangle has at least one window");
  const line = (rows: (answer: Answer) => AnswerRow | undefined): CohortLine => ({
    period: rows(first)?.period ?? { from: first.question.from, to: first.question.to, label: first.question.period },
    entered: (entries && rows(entries)) ?? null,
    cells: columns.map(rows).filter((row) => row !== undefined),
  });
  const notes = [...columns, ...(entries === null ? [] : [entries])].flatMap((answer) => answer.notes);
  return {
    question: first.question,
    pair,
    pairs,
    windows,
    lines: first.rows.map((_, index) => line(({ rows }) => rows[index])),
    whole: line(({ total }) => total[0]),
    kpi,
    data_version: first.data_version,
    notes: [...new Map(notes.map((note) => [note.text, note])).values()],
  };
}

/** The twelve months that end with a period's last day, the running month as far as it has come. */
function yearUpTo(
  until: string,
  { settings, today }: OpenWorkspace,
  { period, asOf }: Readonly<Record<string, unknown>>,
): string {
  if (period !== undefined)
    throw new LeadlineError(
      "funnel.two_periods",
      "The cohorts are asked for a period and until another.",
      "Leave one of the two out.",
      { key: "until" },
    );
  const day = typeof asOf === "string" ? asOf : today();
  const { to } = readPeriod(until, calendarOf(settings), { day, ended: asOf !== undefined });
  return `${addMonths(startOfMonth(to), -11)}..${to}`;
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
