import type { Answer, AnswerRow, Comparison, State } from "../../model/answer.ts";
import type { Days } from "../period/calendar.ts";
import { addDays, earlier, lengthInDays } from "../period/iso-day.ts";
import type { Stretch } from "../period/stretch.ts";
import type { Moment, Plan, PlannedKpi, QuestionRow, Remark } from "../plan.ts";
import { place } from "../scans/build-scans.ts";
import { type Evaluated, evaluateKpi, remarkOf } from "./evaluate-kpi.ts";
import { certaintyOf } from "./interval-of.ts";
import type { MeasureResult } from "./measure-value.ts";
import { ratesInWords } from "./rates-in-words.ts";
import { inWords } from "./reason-texts.ts";
import { indexRows, type RowIndex, type Segment } from "./row-index.ts";

/** More combinations than this of segments and periods, and only those with rows are shown. */
const MOST_CROSSED = 20_000;

/** A row of an answer with what it was made from. */
export interface TracedRow {
  readonly row: AnswerRow;
  readonly used: readonly MeasureResult[];
  /** Null where nothing was evaluated. */
  readonly evaluated: Evaluated | null;
}

export interface TracedAnswer {
  readonly answer: Answer;
  readonly rows: readonly TracedRow[];
  readonly total: readonly TracedRow[];
}

/** The answer to a planned question from the rows of its statement. Pure. */
export function answerQuestion(plan: Plan, rows: readonly QuestionRow[]): Answer {
  return traceAnswer(plan, rows).answer;
}

/** As `answerQuestion`, keeping the measure values behind every row, for receipts. */
export function traceAnswer(plan: Plan, rows: readonly QuestionRow[]): TracedAnswer {
  const index = indexRows(plan, rows);
  const notes = new Map<string, Remark>(plan.remarks.map((remark) => [JSON.stringify(remark), remark]));
  const note = (remark: Remark): void => {
    // Of rows alone each period has its own count of rows: one note a measure, the one that speaks of most rows.
    const { rows, lacking, ...params } = remark.params;
    const key = JSON.stringify({ ...remark, params });
    if (Number(rows) <= Number(notes.get(key)?.params.rows)) return;
    notes.set(key, remark);
  };
  const context: Context = { plan, index, note };

  const detailed = plan.kpis.flatMap((kpi, order) => rowsOf(context, kpi).map((traced) => ({ traced, order })));
  const sorted = detailed.sort((a, b) => compareRows(plan, a.traced.row, b.traced.row) || a.order - b.order);
  const perBucket = plan.by.length > 0 && plan.grain !== null ? plan.buckets : [];
  const totalled = plan.question.total === false ? [] : [plan.whole, ...perBucket];
  const total = totalled.flatMap((moment) => plan.kpis.map((kpi) => rowOf(context, kpi, moment, null)));
  const rates = ratesInWords(rows.flatMap(({ rateless }) => rateless));
  if (rates !== "") note({ code: "missing_rates", params: { rates } });

  const traced = sorted.map((each) => each.traced);
  return {
    rows: traced,
    total,
    answer: {
      question: echo(plan),
      rows: traced.map(({ row }) => row),
      total: total.map(({ row }) => row),
      data_version: plan.dataVersion,
      notes: [...notes.values()].map((remark) => inWords(remark, plan.settings.language)),
    },
  };
}

interface Context {
  readonly plan: Plan;
  readonly index: RowIndex;
  readonly note: (remark: Remark) => void;
}

function echo(plan: Plan): Answer["question"] {
  const { question, settings, period } = plan;
  const { asOf: _, grain, ...asked } = question;
  return {
    ...asked,
    ...(grain === undefined ? {} : { grain }),
    asOf: plan.asOf,
    from: period.from,
    to: period.to,
    timezone: settings.timezone,
    currency: settings.currency,
  };
}

function compareRows({ by }: Plan, a: AnswerRow, b: AnswerRow): number {
  if (a.period.from !== b.period.from) return a.period.from < b.period.from ? -1 : 1;
  for (const { name } of by) {
    const [left, right] = [a.by[name] ?? "", b.by[name] ?? ""];
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** The rows of one KPI: each bucket, by every segment that any bucket or its comparison has. */
function rowsOf(context: Context, kpi: PlannedKpi): readonly TracedRow[] {
  const { plan, note } = context;
  if (plan.by.length === 0 || kpi.refused !== null)
    return plan.buckets.map((moment) => rowOf(context, kpi, moment, null));
  const perBucket = plan.buckets.map((moment) => segmentsOf(context, kpi, moment));
  const all = [...new Map(perBucket.flat().map((segment) => [JSON.stringify(segment), segment])).values()];
  if (all.length === 0) {
    // Nothing to break down; where that is because nothing is known, each bucket says so.
    return plan.buckets.map((moment) => rowOf(context, kpi, moment, null)).filter(({ row }) => row.value === null);
  }
  const crossed = all.length * plan.buckets.length <= MOST_CROSSED;
  if (!crossed) note({ code: "segments_not_crossed", params: {} });
  return plan.buckets.flatMap((moment, number) =>
    (crossed ? all : (perBucket[number] ?? [])).map((segment) => rowOf(context, kpi, moment, segment)),
  );
}

/** Segments with rows in the span or in the one it is compared with: new ones and vanished ones alike. */
function segmentsOf({ plan, index }: Context, kpi: PlannedKpi, { data, compared }: Moment): readonly Segment[] {
  const spans: readonly Days[] = compared === null ? [data] : [data, compared.data];
  const slots = kpi.measures.flatMap((key) => plan.measures.get(key)?.slots ?? []).filter(({ detail }) => detail);
  const found = slots.flatMap(({ slot }) =>
    spans.flatMap((span) => {
      const location = plan.locations.get(slot.id)?.get(place("detail", span));
      return location === undefined ? [] : index.segments(location);
    }),
  );
  return [...new Map(found.map((segment) => [JSON.stringify(segment), segment])).values()];
}

function rowOf(context: Context, kpi: PlannedKpi, moment: Moment, segment: Segment | null): TracedRow {
  const { plan } = context;
  const { asked } = moment;
  const base = {
    kpi: kpi.entry.kpi.id,
    period: { from: asked.from, to: asked.to, label: asked.label },
    by: Object.fromEntries((segment ?? []).map((value, number) => [plan.by[number]?.name ?? "", value])),
    unit: kpi.entry.kpi.unit,
    definition: `${kpi.entry.kpi.id}@${kpi.entry.kpi.version}`,
  };
  const said = (remark: Remark) => ({ reason: inWords(remark, plan.settings.language) });
  const { refused } = kpi;
  if (refused !== null)
    return { row: { ...base, value: null, state: refused.state, ...said(refused.remark) }, used: [], evaluated: null };
  if (asked.from > plan.asOf) {
    const remark = { code: "not_begun", params: { from: asked.from, day: plan.asOf } };
    return { row: { ...base, value: null, state: "no_data", ...said(remark) }, used: [], evaluated: null };
  }
  const current = judged(context, kpi, moment.data, asked, moment.before, segment);
  const compared = moment.compared === null ? null : comparisonOf(context, kpi, moment.compared, segment, current);
  const { value, state, remark, evaluated } = current;
  if (moment === plan.whole || plan.question.total === false)
    for (const { notes } of evaluated.used) for (const each of notes) context.note(each);
  return {
    used: evaluated.used,
    evaluated,
    row: {
      ...base,
      value,
      state,
      ...(value === null ? {} : certaintyOf(plan, kpi, evaluated, value)),
      ...(compared === null ? {} : { previous: compared }),
      ...(remark === null ? {} : said(remark)),
      ...(kpi.cohort === null ? {} : { cohort: cohortOf(plan, kpi.cohort.windowDays, asked) }),
    },
  };
}

interface Judged {
  readonly value: number | null;
  readonly state: State;
  readonly remark: Remark | null;
  readonly evaluated: Evaluated;
  /** The value can be set against another: whole, or counted over as many days. */
  readonly comparable: boolean;
}

function judged(
  context: Context,
  kpi: PlannedKpi,
  data: Stretch,
  asked: Days,
  before: readonly Stretch[],
  segment: Segment | null,
): Judged {
  const { plan, index } = context;
  const evaluated = evaluateKpi(plan, index, kpi, { data, before, segment });
  const { result } = evaluated;
  if (result.value === null) {
    const remark = result.reason === undefined ? null : remarkOf(plan, kpi, result.reason);
    return { value: null, state: result.state, remark, evaluated, comparable: false };
  }
  const value = result.value.toNumber();
  const windowDays = kpi.cohort?.windowDays ?? kpi.entry.kpi.matures_in_days;
  const immature = windowDays === undefined ? null : immaturity(plan, windowDays, asked);
  const gap = gapOf(evaluated.used);
  const open = notEnded(plan, asked);
  const state: State = immature !== null ? "immature" : open !== null || gap !== null ? "incomplete" : "ok";
  return { value, state, remark: immature ?? open ?? gap, evaluated, comparable: gap === null && immature === null };
}

function notEnded(plan: Plan, asked: Days): Remark | null {
  const over = plan.asOfEnded ? asked.to <= plan.asOf : asked.to < plan.asOf;
  return over ? null : { code: "period_not_ended", params: { to: asked.to, day: earlier(asked.to, plan.asOf) } };
}

/** The first thing that keeps the value from being whole. */
function gapOf(used: readonly MeasureResult[]): Remark | null {
  for (const { coverage, flaws, value } of used) {
    if (value.kind === "number" && value.value === null) continue;
    const [flaw] = flaws;
    if (flaw !== undefined) return flaw;
    const [gap] = coverage.gaps;
    if (gap === undefined) continue;
    const { name } = gap.source;
    if (gap.days.length === 0) return { code: "source_late", params: { source: name } };
    const days = gap.days.slice(0, 3).map(({ from, to }) => (from === to ? from : `${from}..${to}`));
    return { code: "source_gap", params: { source: name, days: days.join(", ") } };
  }
  return null;
}

function immaturity(plan: Plan, windowDays: number, asked: Days): Remark | null {
  if (addDays(asked.to, windowDays) <= plan.asOf) return null;
  const { days_elapsed } = cohortOf(plan, windowDays, asked);
  return { code: "immature", params: { window: `${windowDays}`, elapsed: `${days_elapsed}` } };
}

/** Days that have passed for those who entered last. */
function cohortOf(plan: Plan, windowDays: number, asked: Days): { window_days: number; days_elapsed: number } {
  const passed = asked.to > plan.asOf ? 0 : lengthInDays(asked.to, plan.asOf) - 1;
  return { window_days: windowDays, days_elapsed: Math.min(windowDays, passed) };
}

/** Change is told only between values that are whole, or counted over as many days each. */
function comparisonOf(
  context: Context,
  kpi: PlannedKpi,
  compared: NonNullable<Moment["compared"]>,
  segment: Segment | null,
  current: Judged,
): Comparison {
  const { data, before } = compared;
  const other = judged(context, kpi, data, data, before, segment);
  const comparable = current.comparable && other.comparable && current.value !== null && other.value !== null;
  const change =
    comparable && other.value !== 0 && other.value !== null && current.value !== null
      ? (current.value - other.value) / Math.abs(other.value)
      : null;
  return {
    value: other.value,
    change,
    state: other.state,
    period: { from: data.from, to: data.to, label: data.label },
  };
}
