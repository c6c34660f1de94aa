import type { KpiUnit } from "./kpi.ts";
import type { Grain, IsoDate, Question } from "./question.ts";

export const STATES = [
  "ok",
  "no_data",
  "zero_denominator",
  "immature",
  "not_additive",
  "no_dimension",
  "incomplete",
  "too_few",
] as const;
/**
 * `ok`; `incomplete`: the period has not ended or a source does not cover it whole (value stands, "so far"); `immature`:
 * a cohort whose window has not passed (value stands, not to be judged); the others have no value, and say why.
 */
export type State = (typeof STATES)[number];

export interface AnswerPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly label: string;
}

export interface Comparison {
  readonly value: number | null;
  /** Relative change; null where there is no previous value, or it is 0. */
  readonly change: number | null;
  readonly state: State;
  readonly period: AnswerPeriod;
}

export interface Reason {
  readonly code: string;
  /** In the question's language. */
  readonly text: string;
}

export interface AnswerRow {
  readonly kpi: string;
  readonly period: AnswerPeriod;
  readonly by: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly state: State;
  readonly unit: KpiUnit;
  /** Cases behind the value: the denominator of a ratio, the count itself, the entrants of a duration. */
  readonly n?: number;
  readonly interval?: readonly [number, number];
  readonly interval_method?: string;
  readonly previous?: Comparison;
  /** `win_rate@1` */
  readonly definition: string;
  readonly reason?: Reason;
  readonly cohort?: { readonly window_days: number; readonly days_elapsed: number };
  readonly group?: string;
}

export interface Answer {
  readonly question: Omit<Question, "asOf"> & {
    readonly asOf: IsoDate;
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly grain?: Grain;
    readonly timezone: string;
    readonly currency: string;
  };
  readonly rows: readonly AnswerRow[];
  /** Recomputed from the rows, never by adding the parts. The whole period first; then each bucket where `by` is given. */
  readonly total: readonly AnswerRow[];
  readonly data_version: string;
  readonly notes: readonly Reason[];
  /** Of mailings, over the whole period: people and machines; absent where no figure tells them apart. */
  readonly machines?: readonly MachineShare[];
}

/** People left out by one signal, and their share of all people, machines among them. */
export interface SignalShare {
  readonly signal: string;
  readonly rows: number;
  readonly share: number;
}

/** Openers or clickers of mailings with the machines among them, and without. */
export interface MachineShare {
  /** `machine_opens` or `machine_clicks`. */
  readonly rule: string;
  readonly raw: number;
  readonly human: number;
  readonly left_out: number;
  readonly share: number;
  readonly signals: readonly SignalShare[];
}

/** A named measure's value in a receipt: exact decimal text. */
export interface MeasureValue {
  readonly measure: string;
  readonly value: string | null;
  readonly rows: number;
}

/**
 * A formula with the value of each of its parts, in the formula's order. `kpi`, `measure` and `setting` are named by their
 * ids, `function` and `operation` by their sign; a `number` stands in the formula as it is.
 */
export interface FormulaPart {
  readonly kind: "kpi" | "measure" | "setting" | "function" | "operation" | "number";
  readonly name: string;
  readonly label: { readonly en: string; readonly zh: string } | null;
  /** Exact decimal text; null where there is none, and for the single values of a distribution. */
  readonly value: string | null;
  readonly unit: KpiUnit | null;
  readonly state: State;
  readonly reason?: Reason;
  /** Rows behind a measure. */
  readonly rows?: number;
  /** Cases of a distribution that came to their end, and those still open. */
  readonly cases?: { readonly finished: number; readonly open: number };
  /** What joins the parts below. */
  readonly op?: string;
  /** The part is that of so many periods before. */
  readonly back?: number;
  readonly parts: readonly FormulaPart[];
}

export interface Receipt {
  readonly leadline: 1;
  readonly question: Answer["question"];
  readonly kpi: string;
  readonly definition: { readonly id: string; readonly version: number; readonly hash: string; readonly text: string };
  readonly formula: string;
  readonly answers: readonly (AnswerRow & { readonly measures: readonly MeasureValue[] })[];
  /** What the value of the whole period is made of; null where nothing could be computed. */
  readonly parts: FormulaPart | null;
  /** What named rules leave out; `share` of the people, where these stand in totals of mailings. */
  readonly exclusions: readonly {
    readonly rule: string;
    readonly rows: number;
    readonly share?: number;
    /** Of machines: by what gave them away; together as many as `rows`. */
    readonly signals?: readonly SignalShare[];
  }[];
  readonly loads: readonly {
    readonly load_id: string;
    readonly system: string;
    readonly connection: string;
    readonly committed_at: string;
    readonly file: string;
    readonly sha256: string;
    readonly rows: number;
    readonly from: IsoDate | null;
    readonly to: IsoDate | null;
  }[];
  readonly conversion?: string;
  /** Other names that campaigns were gathered from, with the campaign of each; absent where none was asked for. */
  readonly campaign_aliases?: Readonly<Record<string, string>>;
  /** What the tools behind the loads mean by these words, where it is not what we mean. */
  readonly dialects?: readonly { readonly preset: string; readonly name: string; readonly text: string }[];
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly data_version: string;
  readonly engine: string;
  readonly product: string;
}
