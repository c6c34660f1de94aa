import type { Answer, AnswerRow, Reason } from "../../model/answer.ts";
import { kpiListing, type ListedKpi } from "../kpis/list-kpis.ts";
import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { type FunnelPlan, funnelPlan } from "./funnel-plan.ts";

/** All rows of a funnel for one segment, by KPI. `by` is empty for the whole. */
export interface FunnelSegment {
  readonly by: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, AnswerRow>>;
}

export interface Funnel {
  /** As asked; `mode` is that of the rates, counts and money are always those of the period. */
  readonly question: Answer["question"];
  readonly plan: FunnelPlan;
  /** The whole first; then, where `by` is given, its segments, the largest first. */
  readonly segments: readonly FunnelSegment[];
  readonly kpis: Readonly<Record<string, ListedKpi>>;
  readonly data_version: string;
  readonly notes: readonly Reason[];
}

/**
 * The funnel of a period: counts, rates between stages (period or cohort), median days, deals and money. Every number is a
 * KPI's, asked as anyone asks it. `question` is a question without KPIs; throws LeadlineError as `ask` does.
 */
export async function showFunnel(
  workspace: OpenWorkspace,
  question: Readonly<Record<string, unknown>>,
  language: "en" | "zh" = workspace.settings.language,
): Promise<Funnel> {
  const plan = funnelPlan(workspace.catalogue.kpis);
  const counts = plan.stages.flatMap(({ count, beside }) => (count === null ? beside : [count, ...beside]));
  const flows = [...plan.steps, ...plan.spans].flatMap(({ rate, velocity }) => [rate, velocity]);
  const followed = flows.filter((id) => id !== null);
  const { mode: _, window: __, ...plain } = question;
  const cohort = question.mode === "cohort";
  const flow = await ask(workspace, { ...question, kpis: cohort ? followed : [...counts, ...followed] }, language);
  const volume = cohort ? await ask(workspace, { ...plain, kpis: counts }, language) : flow;
  const answers = cohort ? [volume, flow] : [flow];
  const ids = new Set([...counts, ...followed]);
  const listed = kpiListing(workspace.catalogue).filter(({ id }) => ids.has(id));
  return {
    question: flow.question,
    plan,
    segments: segmentsOf(answers, plan),
    kpis: Object.fromEntries(listed.map((kpi) => [kpi.id, kpi])),
    data_version: flow.data_version,
    notes: distinct(answers.flatMap(({ notes }) => notes)),
  };
}

function segmentsOf(answers: readonly Answer[], plan: FunnelPlan): readonly FunnelSegment[] {
  const broken = answers.some(({ question }) => question.by.length > 0);
  const rows = answers.flatMap((answer) => answer.rows);
  if (!broken) return [{ by: {}, rows: byKpi(rows) }];
  // What cannot be broken down stands under no segment: its refusal holds for each.
  const refused = byKpi(rows.filter(({ by }) => Object.keys(by).length === 0));
  const known = Map.groupBy(
    rows.filter(({ by }) => Object.keys(by).length > 0),
    ({ by }) => JSON.stringify(by),
  );
  const segments = [...known.values()].map((own) => ({ by: own[0]?.by ?? {}, rows: { ...refused, ...byKpi(own) } }));
  const sizes = plan.stages.flatMap(({ stage, count }) => (stage === "visit" || count === null ? [] : [count]));
  const size = ({ rows: own }: FunnelSegment) => sizes.map((id) => own[id]?.value ?? 0);
  return [
    { by: {}, rows: byKpi(answers.flatMap((answer) => answer.total)) },
    ...segments.toSorted((a, b) => largerFirst(size(a), size(b))),
  ];
}

function largerFirst(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (b[at] ?? 0) - (a[at] ?? 0);
}

function byKpi(rows: readonly AnswerRow[]): Readonly<Record<string, AnswerRow>> {
  return Object.fromEntries(rows.map((row) => [row.kpi, row]));
}

function distinct(notes: readonly Reason[]): readonly Reason[] {
  return [...new Map(notes.map((note) => [note.text, note])).values()];
}
