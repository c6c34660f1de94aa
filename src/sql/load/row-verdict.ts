import type { ColumnKind } from "../../model/columns.ts";
import { fact } from "../../model/facts.ts";
import { textLiteral } from "../channel/text-literal.ts";
import type { MappedColumn, MappedFact } from "./mapped-table.ts";

/** First and last day that a record may plausibly carry. */
export const PLAUSIBLE_DAYS = { from: "1990-01-01", to: "2100-12-31" } as const;

/** Why a row is not loaded. `place` is the title of the column to blame, or the number of the layout's rule. */
export interface Reason {
  readonly verdict: "total" | "skipped" | "quarantined";
  readonly code:
    | "total"
    | "blank"
    | "skip"
    | "mended"
    | "ragged"
    | "reject"
    | "invalid"
    | "required"
    | "day"
    | "no_fact";
  readonly place: string;
  /** What the column should have held. */
  readonly kind?: ColumnKind;
}

/** Conditions that need no fact to be told. */
export interface VerdictInputs {
  /** All cells empty. */
  readonly blank: string;
  /** More or fewer cells than the header. */
  readonly ragged: string;
  readonly total: string | null;
  readonly mended: string | null;
  /** Conditions, in the order of the layout's rules. */
  readonly skip: readonly string[];
  readonly reject: readonly string[];
}

/** Every reason that may apply to a row of a table, in the order in which they are asked. */
export interface Judgement {
  readonly reasons: readonly Reason[];
  /** Values that the judgement speaks of, by the name it gives them. */
  readonly values: Readonly<Record<string, string>>;
  /** Number of the reason (from 1) that applies, 0 = the row is data. */
  readonly sql: string;
}

type Check = readonly [condition: string, reason: Reason];

/** Judges a row by itself: totals and rows to skip first, then what keeps it from being loaded. The first reason counts. */
export function rowChecks(inputs: VerdictInputs): readonly Check[] {
  return [
    [inputs.blank, { verdict: "skipped", code: "blank", place: "" }],
    ...(inputs.total === null ? [] : [[inputs.total, { verdict: "total", code: "total", place: "" }] as const]),
    ...inputs.skip.map((when, index) => [when, { verdict: "skipped", code: "skip", place: String(index) }] as const),
    ...(inputs.mended === null ? [] : [[inputs.mended, { verdict: "skipped", code: "mended", place: "" }] as const]),
    [inputs.ragged, { verdict: "quarantined", code: "ragged", place: "" }],
    ...inputs.reject.map(
      (when, index) => [when, { verdict: "quarantined", code: "reject", place: String(index) }] as const,
    ),
  ];
}

/** One judgement out of a row's own checks and those of the facts that it is to give. */
export function judgement(checks: readonly Check[], facts: readonly MappedFact[]): Judgement {
  const named = nameValues(facts);
  const all = mergeSame([
    ...checks,
    ...named.facts.flatMap(factChecks),
    ...(facts.length === 0 ? [] : noFact(named.facts)),
  ]);
  const branches = all.map(([condition], index) => `${condition}, ${index + 1}`);
  const sql = branches.length === 0 ? "0" : `multiIf(${branches.join(", ")}, 0)`;
  // What no check speaks of (a channel above all) would only be read along with each statement.
  const spoken = new Set(sql.match(/\bv\d+\b/g));
  return {
    reasons: all.map(([, reason]) => reason),
    values: Object.fromEntries(Object.entries(named.values).filter(([name]) => spoken.has(name))),
    sql,
  };
}

/** Readers of dates and numbers are long, and a check speaks of their value several times: each gets a name. */
function nameValues(facts: readonly MappedFact[]): { facts: MappedFact[]; values: Record<string, string> } {
  const names = new Map<string, string>();
  const rename = (column: MappedColumn): MappedColumn => {
    const { value, invalid } = column;
    if (value.length < 40) return column;
    const name = names.get(value) ?? `v${names.size}`;
    names.set(value, name);
    return { ...column, value: name, invalid: invalid?.replaceAll(value, name) ?? null };
  };
  const renamed = facts.map((mapped) => ({ ...mapped, columns: mapped.columns.map(rename) }));
  return { facts: renamed, values: Object.fromEntries([...names].map(([value, name]) => [name, value])) };
}

/** Several mappings that read the same cells fail for the same reason. */
function mergeSame(checks: readonly Check[]): Check[] {
  const seen = new Map<string, Check>();
  for (const check of checks) {
    const key = JSON.stringify(check);
    if (!seen.has(key)) seen.set(key, check);
  }
  return [...seen.values()];
}

function factChecks({ fact: id, when, whenInvalid, columns }: MappedFact): Check[] {
  const { required } = fact(id);
  const holds = (condition: string): string => (when === null ? condition : `(${when}) AND (${condition})`);
  const blame = (code: Reason["code"], { title, kind }: MappedColumn): Reason => ({
    verdict: "quarantined",
    code,
    place: title,
    kind,
  });
  return [
    ...(whenInvalid === null
      ? []
      : [[whenInvalid.condition, { verdict: "quarantined", code: "invalid", place: whenInvalid.title }] as const]),
    // A value put together from several cells would blame the first of them, whichever is at fault.
    ...columns
      .toSorted((a, b) => a.fields.length - b.fields.length)
      .flatMap((column) =>
        column.invalid === null ? [] : [[holds(column.invalid), blame("invalid", column)] as const],
      ),
    ...columns.flatMap((column) =>
      required.includes(column.name) ? [[holds(empty(column)), blame("required", column)] as const] : [],
    ),
    ...columns.flatMap((column) => {
      const days = implausible(column);
      return days === null ? [] : [[holds(days), blame("day", column)] as const];
    }),
  ];
}

function empty({ kind, value }: MappedColumn): string {
  if (kind === "id" || kind === "text" || kind === "dim") return `${value} = ''`;
  return `isNull(${value})`;
}

function implausible({ kind, value }: MappedColumn): string | null {
  if (kind !== "date" && kind !== "date?") return null;
  const { from, to } = PLAUSIBLE_DAYS;
  return `ifNull(${value} < toDate(${textLiteral(from)}) OR ${value} > toDate(${textLiteral(to)}), 0)`;
}

function noFact(facts: readonly MappedFact[]): Check[] {
  const conditions = facts.map(({ when }) => when);
  if (conditions.includes(null)) return [];
  return [
    [`NOT (${conditions.map((when) => `(${when})`).join(" OR ")})`, { verdict: "skipped", code: "no_fact", place: "" }],
  ];
}
