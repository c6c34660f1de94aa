import { Exact } from "../../language/exact.ts";
import { type Distribution, emptyValue, okValue, type Value } from "../../language/value.ts";
import { earlier } from "../period/iso-day.ts";
import type { Stretch } from "../period/stretch.ts";
import type { Location, Plan, PlannedMeasure, Remark, Slot } from "../plan.ts";
import { place } from "../scans/build-scans.ts";
import { type Covered, coverageOf } from "../sources/coverage.ts";
import { ratesInWords } from "./rates-in-words.ts";
import type { RowIndex, Segment, SlotResult } from "./row-index.ts";

/** A measure's value for a span and a segment (null = all rows), and what is known about it. */
export interface MeasureResult {
  readonly measure: PlannedMeasure;
  readonly span: Stretch;
  readonly value: Value;
  readonly cases: number;
  /** Amounts without an exchange rate. */
  readonly rateless: number;
  readonly coverage: Covered;
  /** Why the value stands, but is not whole. */
  readonly flaws: readonly Remark[];
  readonly notes: readonly Remark[];
}

export function measureValue(
  plan: Plan,
  index: RowIndex,
  measure: PlannedMeasure,
  span: Stretch,
  segment: Segment | null,
): MeasureResult {
  const days = { from: span.from, to: earlier(span.to, plan.asOf) };
  const coverage = coverageOf(measure.coverage, days);
  const base = { measure, span, coverage, cases: 0, rateless: 0, flaws: [], notes: [] };
  const because = (code: string, more: Readonly<Record<string, string>> = {}) => ({
    code,
    params: { measure: measure.key, ...more },
  });
  const slots = measure.slots.filter((use) => (segment === null ? use.total : use.detail)).map(({ slot }) => slot);
  if (measure.coverage.length > 0 && coverage.extent === "none")
    return { ...base, value: emptyValue("no_data", because("not_covered", days)) };
  if (slots.length === 0) return { ...base, value: emptyValue("no_data", because("no_source")) };

  const results = slots.map((slot) => ({ slot, result: slotResult(plan, index, slot, span, segment) }));
  const cases = results.reduce((sum, { result }) => sum + result.cases, 0);
  if (slots.every((slot) => isUnbooked(plan, index, slot, segment)))
    return { ...base, value: emptyValue("no_data", because("nothing_booked")) };
  const lacking = results.filter(({ result }) => result.lacking > 0);
  const rates = ratesInWords(lacking.flatMap(({ slot, result }) => (isConverted(plan, slot) ? result.rateless : [])));
  const flaws = lacking.flatMap(({ slot }): readonly Remark[] => {
    if (isConverted(plan, slot)) return [remarkOf(measure, "missing_rates", { rates })];
    return isRanged(plan, slot) ? [remarkOf(measure, "partly_fits")] : [];
  });
  const unreported = lacking.filter(({ slot }) => !isConverted(plan, slot) && !isRanged(plan, slot));
  const rows = unreported.reduce((sum, { result }) => sum + result.cases + result.lacking, 0);
  const silent = unreported.reduce((sum, { result }) => sum + result.lacking, 0);
  const notes =
    silent > 0 && cases > 0
      ? [{ code: "partly_reported", params: { measure: measure.label, rows: `${rows}`, lacking: `${silent}` } }]
      : [];
  const rateless = lacking.reduce((sum, { slot, result }) => sum + (isConverted(plan, slot) ? result.lacking : 0), 0);
  return {
    ...base,
    cases,
    rateless,
    flaws,
    notes,
    value: combined(index, measure, results, (code, more) => because(code, { ...more, rates })),
  };
}

function remarkOf(measure: PlannedMeasure, code: string, more: Readonly<Record<string, string>> = {}): Remark {
  return { code, params: { measure: measure.label, ...more } };
}

function scanOf(plan: Plan, slot: Slot) {
  const [location] = plan.locations.get(slot.id)?.values() ?? [];
  return location === undefined ? undefined : plan.scans[location.scan];
}

function isConverted(plan: Plan, slot: Slot): boolean {
  return slot.money && scanOf(plan, slot)?.convert === true;
}

function isRanged(plan: Plan, slot: Slot): boolean {
  return scanOf(plan, slot)?.dateToColumn !== undefined;
}

/** Nobody has said that what is not booked on a segment (or under the filters) on any day at all cost nothing. */
function isUnbooked(plan: Plan, index: RowIndex, slot: Slot, segment: Segment | null): boolean {
  if (slot.cost !== true || (segment === null && Object.keys(plan.question.where).length === 0)) return false;
  const locations = [...(plan.locations.get(slot.id)?.values() ?? [])];
  const telling = segment === null ? locations : locations.filter(({ scan }) => plan.scans[scan]?.by.length !== 0);
  return telling.length > 0 && telling.every((location) => !index.isBooked(location, segment));
}

const NOTHING: SlotResult = { text: "0", cases: 0, lacking: 0, rateless: [] };

/**
 * A group without rows is 0; but where the figure is not reported at all, it is not reported there either. Amounts that
 * others have and that lack a rate are reported.
 */
function slotResult(plan: Plan, index: RowIndex, slot: Slot, span: Stretch, segment: Segment | null): SlotResult {
  const locations = plan.locations.get(slot.id);
  const [anywhere] = locations?.values() ?? [];
  if (anywhere !== undefined && !index.isLoaded(anywhere)) return { ...NOTHING, text: null };
  const find = (location: Location | undefined, of: Segment | null): SlotResult | undefined =>
    location === undefined ? undefined : index.find(location, of);
  const total = find(locations?.get(place("total", span)), null);
  if (segment === null) return total ?? absent(slot);
  const own = find(locations?.get(place("detail", span)), segment);
  if (own !== undefined) return own;
  const isUnreported = total !== undefined && total.text === null && !(slot.money && total.rateless.length > 0);
  return isUnreported ? { ...NOTHING, text: null } : absent(slot);
}

/** Without any row there are no events and no amounts; but nobody has said how many users or followers there are. */
function absent({ aggregate }: Slot): SlotResult {
  if (aggregate.kind === "single" || aggregate.kind === "last") return { ...NOTHING, text: null };
  return aggregate.kind === "durations" || aggregate.kind === "values" ? { ...NOTHING, text: "([],[])" } : NOTHING;
}

type Because = (
  code: string,
  more?: Readonly<Record<string, string>>,
) => { code: string; params: Record<string, string> };

function combined(
  index: RowIndex,
  measure: PlannedMeasure,
  results: readonly { readonly slot: Slot; readonly result: SlotResult }[],
  because: Because,
): Value {
  if (measure.kind === "distribution") {
    const [only, ...others] = results.map(({ result }) => index.distribution(result.text ?? "([],[])"));
    return others.reduce(joined, only ?? NO_CASES);
  }
  const answering = results.filter(({ result }) => result.cases > 0);
  const singles = results.filter(({ slot }) => slot.aggregate.kind === "single");
  const singleRows = singles.reduce((sum, { result }) => sum + result.cases, 0);
  if (singleRows > 1 || (singleRows === 1 && answering.length > 1)) {
    const rows = answering.reduce(
      (sum, { slot, result }) => sum + (slot.aggregate.kind === "single" ? result.cases : 1),
      0,
    );
    return emptyValue("not_additive", because("not_additive", { rows: `${rows}` }));
  }
  const known = results.filter(({ result }) => result.text !== null);
  // A source that counts visitors itself leaves no room for a zero of another that has none.
  const told = singles.length > 0 && answering.length > 0 ? answering : known;
  if (told.length === 0 || (singles.length === results.length && answering.length === 0)) {
    return emptyValue("no_data", because(lackingCode(results)));
  }
  return okValue(told.reduce((sum, { result }) => sum.plus(result.text ?? 0), new Exact(0)));
}

const NO_CASES: Distribution = { kind: "distribution", finished: [], censored: [] };

function joined(all: Distribution, { finished, censored }: Distribution): Distribution {
  return {
    kind: "distribution",
    finished: [...all.finished, ...finished],
    censored: [...all.censored, ...censored],
  };
}

/** Tables whose rows cover a range of days. */
const RANGES: ReadonlySet<string> = new Set(["web_period", "ad_period", "search_period"]);

function lackingCode(results: readonly { readonly slot: Slot; readonly result: SlotResult }[]): string {
  const lacking = results.filter(({ result }) => result.lacking > 0);
  // Only a category of cost that no sheet has is unknown without any row lacking it.
  if (lacking.length === 0) return results.every(({ slot }) => slot.table === "cost") ? "no_source" : "not_reported";
  if (lacking.some(({ slot }) => RANGES.has(slot.table))) return "does_not_fit";
  return lacking.some(({ slot, result }) => slot.money && result.cases > 0) ? "missing_rates" : "not_reported";
}
