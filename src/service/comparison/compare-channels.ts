import { LeadlineError } from "../../language/leadline-error.ts";
import type { Interval } from "../../methods/interval.ts";
import { parityInterval } from "../../methods/parity.ts";
import { wilson } from "../../methods/wilson.ts";
import type { Answer, AnswerRow, Reason } from "../../model/answer.ts";
import { formatValue, type Language } from "../../model/format/format-value.ts";
import { NOT_ALLOCATED, NOT_SET } from "../../plan/dimensions/dimension.ts";
import { kpiListing, type ListedKpi } from "../kpis/list-kpis.ts";
import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import {
  atStage,
  COMPARED_KPIS,
  COSTS,
  COUNTS,
  type ComparedBy,
  type ComparedStage,
  REVENUE,
  SESSIONS,
  SPEND,
  STAGE_KPIS,
} from "./comparison-question.ts";
import { BY_TEXTS, COMPARISON_NOTES, filled, pairInWords, shareInWords, stageInWords } from "./comparison-texts.ts";
import { judgePair, judgeParity, type Pair, type Parity, type Weighed } from "./judge-parity.ts";

/** Two channels set against each other, with the sentence for people. */
export interface ComparedPair extends Pair {
  readonly a: string;
  readonly b: string;
  readonly sentence: string;
}

export interface ComparedRow {
  readonly name: string;
  /** `unallocated`: what stands on no channel, which is not judged. */
  readonly kind: "channel" | "unallocated";
  /** By KPI, all of the comparison's. The intervals of shares and of parity are those of the conversions counted. */
  readonly values: Readonly<Record<string, AnswerRow>>;
  /** Among those with spend; null for cost that stands on no channel. */
  readonly parity: Parity | null;
  readonly sentence: string | null;
  /** Against `against`. */
  readonly pair: ComparedPair | null;
}

export interface Comparison {
  readonly question: Answer["question"];
  readonly by: ComparedBy;
  readonly stage: ComparedStage;
  /** The largest spend first. */
  readonly rows: readonly ComparedRow[];
  readonly total: Readonly<Record<string, AnswerRow>>;
  /** Whom each row's pair is with. */
  readonly against: string | null;
  /** The pair worth reading first: most spend beyond what it brings, against the best of the others. */
  readonly headline: ComparedPair | null;
  readonly kpis: Readonly<Record<string, ListedKpi>>;
  readonly notes: readonly Reason[];
  readonly data_version: string;
}

export interface ComparisonAsked {
  readonly by?: ComparedBy | undefined;
  readonly stage?: ComparedStage | undefined;
  /** The channel that all are set against; without it the one that brings most for its spend. */
  readonly against?: string | undefined;
}

/**
 * Channels (or programs, campaigns) side by side: spend, counts and costs by stage, revenue, share of spend against share of
 * conversions at a stage, and what that says. Every number is a KPI's. Throws as `ask` does, and `comparison.against`.
 */
export async function compareChannels(
  workspace: OpenWorkspace,
  { by = "channel", stage = "sql", against }: ComparisonAsked,
  question: Readonly<Record<string, unknown>>,
  language: Language = workspace.settings.language,
): Promise<Comparison> {
  const kpis = atStage(workspace.catalogue.kpis, stage);
  const known = COMPARED_KPIS.filter((id) => kpis.has(id));
  const asked = { ...workspace, catalogue: { ...workspace.catalogue, kpis } } as OpenWorkspace;
  const answer = await ask(asked, { ...question, kpis: known, by: [by] }, language);
  const total = byKpi(answer.total);
  const segments = Map.groupBy(
    answer.rows.filter((row) => row.by[by] !== undefined),
    (row) => row.by[by] ?? "",
  );
  const drafts = [...segments].map(([name, rows]) => draftOf(name, by, byKpi(rows), total, stage));
  const ordered = drafts.sort(
    (a, b) => (b.weighed.spend ?? -1) - (a.weighed.spend ?? -1) || b.weighed.conversions - a.weighed.conversions,
  );
  const channels = ordered.filter(({ kind }) => kind === "channel");
  const parities = new Map(
    judgeParity(channels.map(({ weighed }) => weighed)).map((parity, index) => [channels[index]?.name, parity]),
  );
  const base = baseOf(channels, parities, against);
  const sideOf = ({ name, weighed }: Draft) => ({
    name,
    conversions: weighed.conversions,
    verdict: parities.get(name)?.verdict ?? null,
  });
  const pairOf = (a: Draft): ComparedPair | null => {
    if (base === null || a === base || a.kind !== "channel") return null;
    const pair = judgePair(a.weighed, base.weighed);
    if (pair === null) return null;
    const sides = [sideOf(a), sideOf(base)] as const;
    return { ...pair, a: a.name, b: base.name, sentence: pairInWords(sides, pair, stage, language) };
  };
  const rows = ordered.map((draft): ComparedRow => {
    const parity = parities.get(draft.name) ?? null;
    const { name, kind, values } = draft;
    const ofAll = values.conversion_share?.value ?? null;
    const sentence = parity && shareInWords({ name, parity, ofAll }, by, stage, language);
    return { name, kind, values, parity, sentence, pair: pairOf(draft) };
  });
  const listed = kpiListing(asked.catalogue).filter(({ id }) => known.includes(id));
  return {
    question: answer.question,
    by,
    stage,
    rows,
    total,
    against: base?.name ?? null,
    headline: headlineOf(rows),
    kpis: Object.fromEntries(listed.map((kpi) => [kpi.id, kpi])),
    notes: [...answer.notes, ...notesOf(rows, total, by, stage, language)],
    data_version: answer.data_version,
  };
}

interface Draft extends Pick<ComparedRow, "name" | "kind" | "values"> {
  readonly weighed: Weighed;
}

function byKpi(rows: readonly AnswerRow[]): Readonly<Record<string, AnswerRow>> {
  return Object.fromEntries(rows.map((row) => [row.kpi, row]));
}

function draftOf(
  name: string,
  by: ComparedBy,
  given: Readonly<Record<string, AnswerRow>>,
  total: Readonly<Record<string, AnswerRow>>,
  stage: ComparedStage,
): Draft {
  const values = { ...absent(name, by, given, total), ...given };
  const spend = values[SPEND]?.value ?? null;
  const conversions = values[STAGE_KPIS[stage].count]?.value ?? 0;
  const unallocated = name === NOT_ALLOCATED || name === NOT_SET;
  return {
    name,
    kind: unallocated ? "unallocated" : "channel",
    values: unallocated ? values : certain(values, conversions, total[STAGE_KPIS[stage].count]?.value ?? null),
    weighed: { spend, conversions },
  };
}

/** A KPI has rows of its own segments only: where another has one, nothing was counted, and cost is what the ratios say of it. */
function absent(
  name: string,
  by: ComparedBy,
  given: Readonly<Record<string, AnswerRow>>,
  total: Readonly<Record<string, AnswerRow>>,
): Readonly<Record<string, AnswerRow>> {
  const told = Object.values(given)[0];
  if (told === undefined) return {};
  const unbooked = [...COSTS, "parity_index"]
    .map((id) => given[id]?.reason)
    .find((reason) => reason?.code === "nothing_booked");
  const made = Object.values(total).map((whole): readonly [string, AnswerRow] => {
    const { kpi, period, unit, definition } = whole;
    const base = { kpi, period, unit, definition, by: { [by]: name } };
    const none: AnswerRow = {
      ...base,
      value: null,
      state: whole.value === null ? whole.state : "no_data",
      ...(whole.value === null && whole.reason ? { reason: whole.reason } : {}),
    };
    if (whole.value === null) return [kpi, none];
    if (kpi === SPEND && unbooked !== undefined) return [kpi, { ...none, reason: unbooked }];
    const zero =
      [SPEND, REVENUE, SESSIONS].includes(kpi) ||
      COUNTS.includes(kpi) ||
      kpi === "spend_share" ||
      kpi === "conversion_share";
    if (!zero || (kpi === "spend_share" && unbooked !== undefined))
      return [kpi, unbooked === undefined ? none : { ...none, reason: unbooked }];
    return [kpi, { ...base, value: 0, state: whole.state, ...(whole.unit === "count" && { n: 0 }) }];
  });
  return Object.fromEntries(made);
}

/** Shares of conversions and parity with the intervals that follow from the number of conversions. */
function certain(
  values: Readonly<Record<string, AnswerRow>>,
  conversions: number,
  ofAll: number | null,
): Readonly<Record<string, AnswerRow>> {
  const { conversion_share: share, parity_index: parity, spend_share: spend } = values;
  if (ofAll === null || ofAll <= 0) return values;
  const given = (row: AnswerRow | undefined, interval: Interval | null, method: string) =>
    row === undefined || row.value === null || interval === null
      ? {}
      : { [row.kpi]: { ...row, n: ofAll, interval, interval_method: method } };
  return {
    ...values,
    ...given(share, wilson(conversions, ofAll), "wilson"),
    ...given(parity, parityInterval(conversions, ofAll, spend?.value ?? 0), "wilson-over-spend-share"),
  };
}

function baseOf(
  channels: readonly Draft[],
  parities: ReadonlyMap<string | undefined, Parity>,
  against: string | undefined,
): Draft | null {
  if (against !== undefined) {
    const found = channels.find(({ name }) => name === against);
    if (found !== undefined) return found;
    throw new LeadlineError(
      "comparison.against",
      `Nothing is known of "${against}" in the period.`,
      `There are ${channels.map(({ name }) => name).join(", ")}.`,
      { key: "against" },
    );
  }
  // What is surely above parity first, then what has the highest lower limit: a lucky small channel does not lead.
  const low = ({ name }: Draft) => parities.get(name)?.interval?.[0] ?? -1;
  const [best] = channels.filter((draft) => low(draft) > 0).toSorted((a, b) => low(b) - low(a));
  return best ?? null;
}

function headlineOf(rows: readonly ComparedRow[]): ComparedPair | null {
  const excess = ({ values }: ComparedRow) => (values.spend_share?.value ?? 0) - (values.conversion_share?.value ?? 0);
  const told = rows.filter(({ pair }) => pair !== null && pair.verdict !== "no_conversions");
  const judged = told.filter(({ pair }) => pair?.verdict === "below");
  const [first] = (judged.length > 0 ? judged : told).toSorted((a, b) => excess(b) - excess(a));
  return first?.pair ?? null;
}

function notesOf(
  rows: readonly ComparedRow[],
  total: Readonly<Record<string, AnswerRow>>,
  by: ComparedBy,
  stage: ComparedStage,
  language: Language,
): readonly Reason[] {
  const what = stageInWords(stage, language);
  const [spend, all] = [total[SPEND]?.value ?? 0, total[STAGE_KPIS[stage].count]?.value ?? 0];
  const share = (part: number, whole: number) =>
    formatValue(whole === 0 ? 0 : part / whole, "ratio", { language, currency: "EUR" });
  const sum = (kind: (row: ComparedRow) => boolean, kpi: string) =>
    rows.filter(kind).reduce((added, { values }) => added + (values[kpi]?.value ?? 0), 0);
  const blanks = {
    what,
    by: BY_TEXTS[language][by],
    unallocated: share(
      sum(({ kind }) => kind === "unallocated", SPEND),
      spend,
    ),
    free: share(
      sum(({ values, kind }) => kind === "unallocated" || !((values[SPEND]?.value ?? 0) > 0), STAGE_KPIS[stage].count),
      all,
    ),
  };
  const channels = rows.filter(({ kind }) => kind === "channel");
  if (channels.length === 0) {
    const reasons = Object.values(total).flatMap(({ reason }) => reason ?? []);
    return [...new Map(reasons.map((reason) => [reason.text, reason])).values()];
  }
  const judged = channels.some(({ parity }) => parity?.value != null);
  const strangers = channels.some(({ parity }) => parity?.verdict === "no_conversions") && all > 0;
  return [
    ...(judged ? (["among_spending"] as const) : []),
    ...(strangers ? (["strangers"] as const) : []),
    "same_period" as const,
  ].map((code) => ({ code, text: filled(COMPARISON_NOTES[code][language], blanks) }));
}
