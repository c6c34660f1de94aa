import type { Tree } from "../language/tree.ts";
import type { State } from "../model/answer.ts";
import type { TableId } from "../model/facts.ts";
import type { Aggregate, MeasureUnit, Where } from "../model/measures.ts";
import type { Grain, IsoDate, Question } from "../model/question.ts";
import type { KpiEntry } from "./catalogue.ts";
import type { Dimension } from "./dimensions/dimension.ts";
import type { Calendar, Days, UnitKind } from "./period/calendar.ts";
import type { Stretch } from "./period/stretch.ts";

/** A sentence not yet worded: the code of a reason and what fills its blanks. */
export interface Remark {
  readonly code: string;
  readonly params: Readonly<Record<string, string | Bilingual>>;
}

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** `event`: rows by their date; `stock`: rows standing at a span's last day; `started`: rows begun by then. */
export type Timing =
  | { readonly kind: "event" }
  /** With `due`: only rows whose `due` day lies within the span. */
  | { readonly kind: "stock"; readonly until: string; readonly due?: string }
  | { readonly kind: "started" };

/** A slot as a measure uses it: for the rows of a breakdown, for totals, or for both. */
export interface SlotUse {
  readonly slot: Slot;
  readonly detail: boolean;
  readonly total: boolean;
}

/** One aggregate over one table; two KPIs that need the same share one. */
export interface Slot {
  readonly id: string;
  readonly table: TableId;
  readonly timing: Timing;
  readonly source: ScanSource;
  readonly aggregate: Aggregate;
  /** All hold together. */
  readonly where: readonly Where[];
  /** By these names rows are chosen by their campaign. */
  readonly campaigns?: Readonly<Record<string, string>>;
  readonly known?: string;
  /** Cohort numerator: rows whose `reached` day lies at most `windowDays` after the row's own. */
  readonly within?: { readonly reached: string; readonly windowDays: number };
  /** The column is an amount in the row's currency. */
  readonly money: boolean;
  /** A cost: nothing booked on a segment on any day is unknown, not 0. */
  readonly cost?: true;
  /** Where it is looked for whether cost is booked at all, if that is more than `source`. */
  readonly bookedIn?: ScanSource;
}

/** Rows of one load, at one grain of a pre-aggregated export (null = rows are single events), except hidden days. */
export interface ScanPart {
  readonly loadNo: number;
  /** As of a visible part. */
  readonly channelColumn?: string;
  readonly grain: string | null;
  readonly hidden: readonly HiddenDays[];
}

/**
 * `touching`: also rows of which only a part lies in these days, because something else answers for them. `only`: just
 * rows with one of these values.
 */
export interface HiddenDays extends Days {
  readonly touching?: true;
  readonly only?: { readonly column: string; readonly values: readonly string[] };
}

/** Which rows of a table are visible: those of some loads, or of one build of the derived tables. */
export type ScanSource =
  | { readonly kind: "loads"; readonly parts: readonly ScanPart[] }
  | { readonly kind: "build"; readonly buildNo: number };

/** A span that the engine groups by. `key` is what comes back: an ISO day, the first of the calendar unit or of the span. */
export interface ScanBucket extends Days {
  readonly key: IsoDate;
}

/** Ledger cost that repeats what this platform's own figures say, by first day of the month. */
export interface RepeatedCost {
  readonly platform: string;
  readonly months: readonly IsoDate[];
}

/** A filter on a dimension, as the table holds it; no values = nothing matches. `not`: none of these. */
export interface ScanFilter {
  readonly dimension: Dimension;
  readonly values: readonly string[];
  readonly not?: true;
}

/** One pass over one table for all slots that read it, for spans that do not overlap. */
export interface Scan {
  readonly table: TableId;
  readonly timing: Timing;
  readonly dateColumn: string;
  readonly dateToColumn?: string;
  readonly source: ScanSource;
  readonly buckets: readonly ScanBucket[];
  /** Set where each bucket lies in a calendar unit of its own, so that a date function gives the key. */
  readonly calendar?: { readonly kind: UnitKind } & Calendar;
  /** Longer spans made of whole buckets of this scan, totalled in the same pass. */
  readonly wholes: readonly ScanBucket[];
  readonly by: readonly Dimension[];
  readonly filters: readonly ScanFilter[];
  readonly slots: readonly Slot[];
  readonly repeatedCost: readonly RepeatedCost[];
  /** Amounts in other currencies are there and have to be converted. */
  readonly convert: boolean;
}

/** Where the answer to a slot stands in the rows: which scan, at which level, under which key, as which of its slots. */
export interface Location {
  readonly scan: number;
  readonly level: Level;
  readonly key: IsoDate;
  readonly index: number;
}

/**
 * 0: by bucket and dimensions; 1: by bucket; 2: by a whole made of several buckets; 3: of all days, `cases` telling whether
 * a category of cost is loaded at all; 4: of all days by dimensions, `cases` telling whether cost is booked there at all.
 */
export type Level = 0 | 1 | 2 | 3 | 4;

/** Days that one source covers for a measure. */
export interface SourceCoverage {
  readonly name: Bilingual;
  readonly ranges: readonly Days[];
  /** `days`: every day must be there; `hull`: few rows, so that what lies between first and last counts as covered. */
  readonly kind: "days" | "hull" | "stock";
}

/** A measure as KPIs of this question use it. */
export interface PlannedMeasure {
  readonly key: string;
  readonly name: string;
  readonly label: Bilingual;
  readonly unit: MeasureUnit;
  readonly kind: "number" | "distribution";
  /** What adds up to it; empty when no source is loaded. */
  readonly slots: readonly SlotUse[];
  readonly coverage: readonly SourceCoverage[];
  /** Why it cannot be broken down, or not be filtered, as asked. */
  readonly undivided: Remark | null;
  readonly unfiltered: Remark | null;
}

/** What a name in a formula stands for. */
export type Resolution =
  | { readonly kind: "measure"; readonly key: string }
  | { readonly kind: "kpi"; readonly id: string }
  | { readonly kind: "number"; readonly id: string };

/** A formula with its names understood. */
export interface PlannedFormula {
  readonly kpi: Pick<KpiEntry["kpi"], "name" | "unit">;
  readonly tree: Tree;
  readonly names: ReadonlyMap<string, Resolution>;
}

export interface PlannedKpi {
  readonly entry: KpiEntry;
  /** Its own formula and those of the KPIs it names, by id. */
  readonly formulas: ReadonlyMap<string, PlannedFormula>;
  /** Keys of all measures it rests on, also through other KPIs. */
  readonly measures: readonly string[];
  /** How many periods back it looks. */
  readonly depth: number;
  /** Why it has no value whatever the rows say. */
  readonly refused: { readonly state: State; readonly remark: Remark } | null;
  readonly cohort: { readonly windowDays: number } | null;
}

/** A span asked about, with those it is set against. `asked` is what is shown; `data` ends at the as-of day. */
export interface Moment {
  readonly asked: Stretch;
  readonly data: Stretch;
  /** 1, 2 … steps earlier, for `previous()`. */
  readonly before: readonly Stretch[];
  readonly compared: { readonly data: Stretch; readonly before: readonly Stretch[] } | null;
}

/** A question worked out down to what is read; everything the SQL and the answer need. */
export interface Plan {
  readonly question: Question;
  readonly asOf: IsoDate;
  /** The as-of day counts as over; the running day does not. */
  readonly asOfEnded: boolean;
  readonly period: Stretch;
  readonly grain: Grain | null;
  readonly by: readonly Dimension[];
  readonly buckets: readonly Moment[];
  readonly whole: Moment;
  readonly kpis: readonly PlannedKpi[];
  readonly measures: ReadonlyMap<string, PlannedMeasure>;
  readonly scans: readonly Scan[];
  /** By slot id, then by `detail` or `total`, then by span `from..to`. */
  readonly locations: ReadonlyMap<string, ReadonlyMap<string, Location>>;
  readonly settings: PlanSettings;
  readonly calendar: Calendar;
  readonly remarks: readonly Remark[];
  readonly dataVersion: string;
  readonly buildNo: number;
}

/** What the plan keeps of the workspace. */
export interface PlanSettings {
  readonly currency: string;
  readonly timezone: string;
  readonly language: "en" | "zh";
  readonly grossMargin: number | null;
  readonly discountRate: number;
  readonly lifetimeCapMonths: number;
  readonly revenueTargets: readonly (Days & { readonly amount: number })[];
}

/** A row of the question's statement. Numbers come as text or number, whichever the engine sends. */
export interface QuestionRow {
  readonly scan: number | string;
  readonly level: number | string;
  readonly key: IsoDate;
  readonly by: readonly string[];
  /** One text a slot: a decimal, or `([values],[counts],[open values],[counts])`. */
  readonly measures: readonly (string | null)[];
  /** Rows behind each slot's value. */
  readonly cases: readonly (number | string)[];
  /** Rows that belong to the slot but lack what it needs: the figure itself, an id, an exchange rate. */
  readonly lacking: readonly (number | string)[];
  /** `USD 2026-03-05`: amounts without a rate. */
  readonly rateless: readonly string[];
}

export function spanKey({ from, to }: Days): string {
  return `${from}..${to}`;
}
