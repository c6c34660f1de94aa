import { didYouMean } from "../language/did-you-mean.ts";
import { LeadlineError } from "../language/leadline-error.ts";
import type { Inventory } from "../model/inventory.ts";
import type { IsoDate, Question } from "../model/question.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Catalogue, KpiEntry } from "./catalogue.ts";
import { type Dimension, readDimension, sharedCountries } from "./dimensions/dimension.ts";
import { scanFilter } from "./dimensions/scan-filters.ts";
import { cohortUses, type MeasureUse, type Understood, understandKpi } from "./names/measure-use.ts";
import { type Calendar, calendarOf, type UnitKind } from "./period/calendar.ts";
import { isDay } from "./period/iso-day.ts";
import { momentOf, spansOf } from "./period/moments.ts";
import { readPeriod } from "./period/read-period.ts";
import { bucketsOf, type Stretch } from "./period/stretch.ts";
import type { Moment, Plan, PlannedFormula, PlannedKpi, PlannedMeasure, Remark, Resolution } from "./plan.ts";
import { planSettings } from "./plan-settings.ts";
import { buildScans } from "./scans/build-scans.ts";
import { planMeasure, type Wanted } from "./sources/plan-measure.ts";

export interface PlanInput {
  readonly question: Question;
  readonly catalogue: Catalogue;
  readonly workspace: Workspace;
  readonly inventory: Inventory;
  /** The running day in the workspace's time zone; the question's `asOf` goes before it. */
  readonly today: IsoDate;
  /** Cohort windows in days: each KPI once with each of them, instead of with the question's. */
  readonly windows?: readonly number[];
}

/** The question while it is worked out: each step adds its part. */
type Draft = PlanInput & Partial<Steps>;
interface Steps {
  readonly calendar: Calendar;
  readonly asOf: IsoDate;
  readonly asOfEnded: boolean;
  readonly period: Stretch;
  readonly by: readonly Dimension[];
  readonly filters: ReadonlyMap<Dimension, readonly string[]>;
  readonly understood: readonly KpiUnderstood[];
  readonly whole: Moment;
  readonly buckets: readonly Moment[];
  readonly kpis: readonly PlannedKpi[];
  readonly measures: ReadonlyMap<string, PlannedMeasure>;
  readonly remarks: readonly Remark[];
}

interface KpiUnderstood extends Understood {
  readonly entry: KpiEntry;
  readonly cohort: PlannedKpi["cohort"];
  readonly refused: PlannedKpi["refused"];
}

/**
 * Works a question out down to the scans that answer it, all its KPIs as one batch. Pure: the day, the data's inventory and
 * the definitions are handed in. Throws LeadlineError for a period, KPI or dimension that is not known.
 */
export function planQuestion(input: PlanInput): Plan {
  return finish(collectMeasures(layOutTime(understandKpis(readDimensions(readTime(input))))));
}

type With<Key extends keyof Steps> = Draft & Pick<Steps, Key>;
type Timed = With<"calendar" | "asOf" | "asOfEnded" | "period">;
type Sliced = Timed & With<"by" | "filters">;
type Named = Sliced & With<"understood">;
type LaidOut = Named & With<"whole" | "buckets">;
type Collected = LaidOut & With<"kpis" | "measures" | "remarks">;

function readTime(input: PlanInput): Timed {
  const calendar = calendarOf(input.workspace);
  const { asOf, period } = input.question;
  if (asOf !== undefined && !isDay(asOf))
    throw new LeadlineError("question.as_of", `"${asOf}" is not a day.`, "Write it as 2026-03-31.", { key: "asOf" });
  const day = asOf ?? input.today;
  const ended = asOf !== undefined;
  return { ...input, calendar, asOf: day, asOfEnded: ended, period: readPeriod(period, calendar, { day, ended }) };
}

function readDimensions(draft: Timed): Sliced {
  const { question, workspace, inventory } = draft;
  const read = (name: string): Dimension => readDimension(name, workspace, inventory);
  const filters = Object.entries(question.where).filter(([, values]) => values.length > 0);
  return {
    ...draft,
    by: [...new Set(question.by)].map(read),
    filters: new Map(filters.map(([name, values]) => [read(name), values])),
  };
}

function understandKpis(draft: Sliced): Named {
  const { question, catalogue, workspace } = draft;
  const understood = [...new Set(question.kpis)].flatMap((id): readonly KpiUnderstood[] => {
    const entry = catalogue.get(id);
    if (entry === undefined) throw unknownKpi(id, catalogue);
    const usual = { entry, cohort: null, refused: null, ...understandKpi(id, { catalogue, workspace }) };
    if (question.mode !== "cohort") return [usual];
    return (draft.windows ?? [question.window]).map((window) => asCohort(usual, draft, window));
  });
  return { ...draft, understood };
}

function unknownKpi(id: string, catalogue: Catalogue): LeadlineError {
  const near = didYouMean(id, catalogue.keys());
  const remedy = near.length > 0 ? `Did you mean ${near.join(" or ")}?` : "leadline kpis lists all of them.";
  return new LeadlineError("question.unknown_kpi", `There is no KPI "${id}".`, remedy, { key: id });
}

/** Cohort mode: the share that reached the other stage in time. Durations follow their entrants anyway. */
function asCohort(kpi: KpiUnderstood, { workspace }: Sliced, window: number | undefined): KpiUnderstood {
  const { id, cohort } = kpi.entry.kpi;
  if (cohort === undefined) {
    const durations = kpi.uses.length > 0 && kpi.uses.every((use) => use.readings.every(followsEntrants));
    return durations ? kpi : { ...kpi, refused: { state: "no_data", remark: { code: "no_cohort", params: {} } } };
  }
  const windowDays = window ?? workspace.cohort_window_days ?? cohort.window_days;
  const [entered, reached] = cohortUses(cohort, windowDays);
  const tree: PlannedFormula["tree"] = {
    kind: "binary",
    op: "/",
    left: { kind: "name", name: "reached", at: 0 },
    right: { kind: "name", name: "entered", at: 10 },
    at: 8,
  };
  const names = new Map<string, Resolution>([
    ["entered", { kind: "measure", key: entered.key }],
    ["reached", { kind: "measure", key: reached.key }],
  ]);
  return {
    ...kpi,
    formulas: new Map([[id, { kpi: kpi.entry.kpi, tree, names }]]),
    uses: [entered, reached],
    depth: 0,
    cohort: { windowDays },
  };
}

function followsEntrants({ aggregate, timing }: MeasureUse["readings"][number]): boolean {
  return aggregate.kind === "durations" && timing === undefined;
}

const MOST_BUCKETS = 1200;

function layOutTime(draft: Named): LaidOut {
  const { question, calendar, asOf, period, understood } = draft;
  const depth = Math.max(0, ...understood.map((kpi) => kpi.depth));
  const moment = (asked: Stretch): Moment => momentOf(asked, question.compare, depth, asOf, calendar);
  const asked = question.grain === undefined ? [period] : bucketsOf(period, question.grain, calendar);
  if (asked.length > MOST_BUCKETS)
    throw new LeadlineError(
      "question.too_fine",
      `${asked.length} periods are more than one answer can show (${MOST_BUCKETS}).`,
      "Ask for a shorter period or a coarser grain.",
      { key: "grain" },
    );
  return { ...draft, whole: moment(period), buckets: asked.map(moment) };
}

function collectMeasures(draft: LaidOut): Collected {
  const { question, understood, by, filters, inventory, whole, buckets } = draft;
  const spans = [...(question.total === false ? [] : [whole]), ...buckets].flatMap(spansOf);
  const reach = {
    from: spans.map(({ from }) => from).sort()[0] ?? whole.asked.from,
    to:
      spans
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? whole.asked.to,
  };
  const measures = new Map<string, PlannedMeasure>();
  const remarks: Remark[] = [];
  const short = shortNames();
  const kpis = understood.map((kpi): PlannedKpi => {
    const wanted: Wanted = { by, filters: [...filters.keys()], alongside: conditionsOf(kpi.uses), reach };
    const keys = new Map<string, string>();
    for (const use of kpi.refused === null ? kpi.uses : []) {
      const planned = planMeasure(use, wanted, inventory);
      const slots = planned.measure.slots.map((one) => ({
        ...one,
        slot: { ...one.slot, id: short("slot", one.slot.id) },
      }));
      const key = short(use.key, planned.measure.key);
      keys.set(use.key, key);
      measures.set(key, { ...planned.measure, key, slots });
      remarks.push(...planned.remarks);
    }
    const own = [...keys.values()].map((key) => measures.get(key)).filter((one) => one !== undefined);
    const lacking = own.map((one) => one.unfiltered ?? one.undivided).find((remark) => remark !== null);
    return {
      entry: kpi.entry,
      formulas: new Map([...kpi.formulas].map(([id, formula]) => [id, rekeyed(formula, keys)])),
      measures: [...keys.values()],
      depth: kpi.depth,
      cohort: kpi.cohort,
      refused: kpi.refused ?? (lacking == null ? null : { state: "no_dimension", remark: lacking }),
    };
  });
  const shared = by.some(({ kind }) => kind === "market") ? sharedCountries(draft.workspace) : [];
  if (shared.length > 0) remarks.push({ code: "market_overlap", params: { countries: shared.join(", ") } });
  return { ...draft, kpis, measures, remarks: once(remarks) };
}

/** Columns that measures of one KPI are narrowed by, as dimensions that its exports should all carry. */
function conditionsOf(uses: readonly MeasureUse[]): readonly Dimension[] {
  const names = new Set(uses.flatMap(({ narrowed }) => Object.keys(narrowed)));
  return [...names].map((name) =>
    name.startsWith("attributes.")
      ? { kind: "attribute", name: name.slice("attributes.".length) }
      : { kind: "column", name },
  );
}

function rekeyed({ names, ...formula }: PlannedFormula, keys: ReadonlyMap<string, string>): PlannedFormula {
  const renamed = [...names].map(([name, resolution]): [string, Resolution] =>
    resolution.kind === "measure"
      ? [name, { kind: "measure", key: keys.get(resolution.key) ?? resolution.key }]
      : [name, resolution],
  );
  return { ...formula, names: new Map(renamed) };
}

/** Gives each distinct long key a short one. */
function shortNames(): (prefix: string, long: string) => string {
  const known = new Map<string, string>();
  return (prefix, long) => {
    const short = known.get(`${prefix}|${long}`) ?? `${prefix}#${known.size}`;
    known.set(`${prefix}|${long}`, short);
    return short;
  };
}

function once(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((remark) => [JSON.stringify(remark), remark])).values()];
}

function finish(draft: Collected): Plan {
  const { question, workspace, inventory, asOf, asOfEnded, period, by, filters, whole, buckets, calendar } = draft;
  const { kpis, measures, remarks } = draft;
  const answered = new Set(kpis.filter(({ refused }) => refused === null).flatMap((kpi) => kpi.measures));
  const grain = question.grain ?? null;
  const { scans, locations } = buildScans({
    uses: [...measures.values()].filter(({ key }) => answered.has(key)).flatMap(({ slots }) => slots),
    spans: ordered(buckets),
    wholes: question.total === false ? [] : spansOf(whole),
    by,
    filters: (table) => [...filters].flatMap(([dimension, values]) => scanFilter(table, dimension, values, workspace)),
    kinds: kindsOf(buckets),
    calendar,
    asOf,
    currency: workspace.currency,
    inventory,
  });
  const settings = planSettings(workspace);
  const { dataVersion, buildNo } = inventory;
  return {
    question,
    asOf,
    asOfEnded,
    period,
    grain,
    by,
    buckets,
    whole,
    kpis,
    measures,
    scans,
    locations,
    settings,
    calendar,
    remarks,
    dataVersion,
    buildNo,
  };
}

/** The asked spans of all buckets first, then those they are compared with, then the earlier ones. */
function ordered(moments: readonly Moment[]): readonly Stretch[] {
  return [
    ...moments.map(({ data }) => data),
    ...moments.flatMap(({ compared }) => (compared === null ? [] : [compared.data])),
    ...moments.flatMap(({ before }) => before),
    ...moments.flatMap(({ compared }) => compared?.before ?? []),
  ];
}

function kindsOf(moments: readonly Moment[]): readonly UnitKind[] {
  const kinds = moments.map(({ asked }) => asked.kind).filter((kind) => kind !== "range");
  return [...new Set<UnitKind>(kinds)];
}
