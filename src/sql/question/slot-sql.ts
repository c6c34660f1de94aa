import { columnKind } from "../../model/facts.ts";
import type { Aggregate } from "../../model/measures.ts";
import type { Scan, Slot } from "../../plan/plan.ts";
import { conditionSql, setSql } from "./condition-sql.ts";
import type { SqlParameters } from "./sql-parameters.ts";

/** A slot's columns in the pass over the rows, how they gather over groups, and what they become in the answer. */
export interface SlotSql {
  readonly columns: readonly { readonly name: string; readonly sql: string; readonly gathered: string }[];
  readonly measure: string;
  readonly cases: string;
  readonly lacking: string;
}

/** What a slot asks of a row: `where` decides whether it belongs, `known` whether it says what is needed. */
export interface SlotConditions {
  readonly where: readonly string[];
  readonly known: readonly string[];
}

export function slotConditions(scan: Scan, slot: Slot, asOf: string, parameters: SqlParameters): SlotConditions {
  const { within, known, table, campaigns } = slot;
  const set = known === undefined ? [] : [setSql(table, known, parameters)];
  // A day that is not there yet (the demo of an MQL without one) is an answer; any other column may just not be reported.
  const isDay = known !== undefined && columnKind(table, known) === "date?";
  const { dateToColumn } = scan;
  const column = "column" in slot.aggregate ? slot.aggregate.column : null;
  return {
    where: [
      ...slot.where.flatMap((where) => conditionSql(table, where, parameters, campaigns)),
      ...(dateToColumn === undefined || column === null ? [] : [`${column} IS NOT NULL`]),
      ...(isDay ? [...set, `${known} <= ${asOf}`] : []),
      ...(within === undefined
        ? []
        : [`${within.reached} <= ${scan.dateColumn} + ${within.windowDays}`, `${within.reached} <= ${asOf}`]),
    ],
    // A row that covers a range says nothing about a span in which it does not fit whole.
    known: [
      ...(isDay ? [] : set),
      ...(dateToColumn === undefined ? [] : [`${scan.dateColumn} >= span_from`, `${dateToColumn} <= bucket`]),
    ],
  };
}

interface SlotInput {
  readonly id: string;
  readonly column: string;
  /** The column as it stands in the row, before conversion. */
  readonly reportedColumn: string;
  readonly conditions: SlotConditions;
  readonly aggregate: Aggregate;
  readonly dateColumn: string;
  readonly horizon: string;
}

const counted = (name: string, sql: string): SlotSql["columns"][number] => ({ name, sql, gathered: `sum(${name})` });

/** `f(arguments)`, or `fIf(arguments, condition)`. */
function aggregate(name: string, args: string, conditions: readonly string[]): string {
  if (conditions.length === 0) return `${name}(${args})`;
  return `${name}If(${args === "" ? "" : `${args}, `}${conditions.join(" AND ")})`;
}

/** In a grouped pass `countIf` takes twice the time of adding the condition up. */
const rows = (conditions: readonly string[]): string =>
  conditions.length === 0 ? "count()" : `sum(ifNull(${conditions.join(" AND ")}, 0))`;

/** A figure with the rows that give it and the rows that belong but do not. Null: rows are there, but none gives it. */
function reported(
  { id, conditions }: SlotInput,
  value: Omit<SlotSql["columns"][number], "name">,
  giving: string,
  text: string,
): SlotSql {
  return {
    columns: [{ name: id, ...value }, counted(`${id}_n`, giving), counted(`${id}_all`, rows(conditions.where))],
    measure: `multiIf(${id}_n > 0, ${text}, ${id}_all > 0, NULL, '0')`,
    cases: `${id}_n`,
    lacking: `${id}_all - ${id}_n`,
  };
}

function distribution(id: string, finished: string, open: string | null): SlotSql {
  const parts = open === null ? [id] : [id, `${id}_open`];
  return {
    columns: [
      { name: id, sql: finished, gathered: `sumMap(${id}.1, ${id}.2)` },
      ...(open === null ? [] : [{ name: `${id}_open`, sql: open, gathered: `sumMap(${id}_open.1, ${id}_open.2)` }]),
    ],
    measure: `toString((${parts.map((part) => `${part}.1, ${part}.2`).join(", ")}))`,
    cases: parts.map((part) => `arraySum(${part}.2)`).join(" + "),
    lacking: "0",
  };
}

const histogram = (value: string, conditions: readonly string[]): string =>
  aggregate("sumMap", `[${value}], [toUInt64(1)]`, conditions);

const count = (input: SlotInput): SlotSql => {
  const { id, conditions } = input;
  const sql = rows([...conditions.where, ...conditions.known]);
  if (conditions.known.length > 0) return reported(input, { sql, gathered: `sum(${id})` }, sql, `toString(${id})`);
  return { columns: [counted(id, sql)], measure: `toString(${id})`, cases: id, lacking: "0" };
};

/** Converted amounts: what lacks is the rate, not the amount. */
const sum = (input: SlotInput): SlotSql => {
  const { id, column, reportedColumn, conditions } = input;
  const all = [...conditions.where, ...conditions.known];
  const value = { sql: aggregate("sum", column, all), gathered: `sum(${id})` };
  const sql = reported(input, value, aggregate("count", reportedColumn, all), `toString(${id})`);
  if (column === reportedColumn) return sql;
  const rated = counted(`${id}_rated`, aggregate("count", column, all));
  return { ...sql, columns: [...sql.columns, rated], lacking: `${id}_n - ${id}_rated` };
};

const distinct = (input: SlotInput): SlotSql => {
  const { id, column, conditions } = input;
  const known = [...conditions.where, ...new Set([...conditions.known, `${column} != ''`])];
  // `…IfState` is a type of its own, which does not merge; `…StateIf` is the plain state.
  const value = {
    sql: `uniqExactStateIf(${column}, ${known.join(" AND ")})`,
    gathered: `uniqExactMergeState(${id})`,
  };
  return reported(input, value, rows(known), `toString(finalizeAggregation(${id}))`);
};

/** Which of several rows is shown does not matter: with more than one there is no answer. */
const single = (input: SlotInput): SlotSql => {
  const { id, column, conditions } = input;
  const all = [...conditions.where, ...conditions.known];
  const value = { sql: aggregate("any", column, all), gathered: `any(${id})` };
  return reported(input, value, aggregate("count", column, all), `toString(${id})`);
};

const durations = ({ id, conditions, aggregate: spec, horizon }: SlotInput): SlotSql => {
  if (spec.kind !== "durations") throw new TypeError(spec.kind);
  const { start, end, censored } = spec;
  const begun = [...conditions.where, ...conditions.known, `${start} IS NOT NULL`];
  const until = censored === undefined ? horizon : `least(ifNull(${censored}, ${horizon}), ${horizon})`;
  const days = (to: string): string => `assumeNotNull(toInt64(dateDiff('day', ${start}, ${to})))`;
  const ended = `ifNull(${end} <= ${horizon}, 0)`;
  const finished = histogram(days(end), [...begun, ended]);
  return distribution(id, finished, histogram(`greatest(toInt64(0), ${days(until)})`, [...begun, `NOT ${ended}`]));
};

const values = ({ id, column, conditions }: SlotInput): SlotSql => {
  const known = [...conditions.where, ...conditions.known, `${column} IS NOT NULL`];
  return distribution(id, histogram(`assumeNotNull(${column})`, known), null);
};

/** The newest row of each combination: sorted newest first, the first of each is kept; of one day the largest. */
const last = (input: SlotInput): SlotSql => {
  const { id, column, conditions, aggregate: spec, dateColumn } = input;
  if (spec.kind !== "last") throw new TypeError(spec.kind);
  const known = [...conditions.where, ...conditions.known, `${column} IS NOT NULL`];
  const per = `concat(${spec.per.map((name) => `toString(${name})`).join(", '\\0', ")})`;
  const stands = `(${per}, ${dateColumn}, assumeNotNull(${column}))`;
  const value = { sql: aggregate("groupArray", stands, known), gathered: `groupArrayArray(${id})` };
  const newest = `arrayReverseSort(${id})`;
  const firsts = `arrayFilter((row, number) -> number = 1 OR row.1 != ${newest}[number - 1].1, ${newest}, arrayEnumerate(${newest}))`;
  const text = `toString(arraySum(row -> row.3, ${firsts}))`;
  return reported(input, value, aggregate("count", column, known), text);
};

const WRITERS: Readonly<Record<Aggregate["kind"], (input: SlotInput) => SlotSql>> = {
  count,
  sum,
  distinct,
  single,
  durations,
  values,
  last,
};

/** The SQL of one slot. `horizon`: the day after which nothing is known; `amount`: the expression of a converted amount. */
export function slotSql(
  scan: Scan,
  index: number,
  conditions: SlotConditions,
  horizon: string,
  amount: (column: string) => string,
): SlotSql {
  const slot = scan.slots[index];
  if (slot === undefined) throw new RangeError(`no slot ${index}`);
  const plain = "column" in slot.aggregate ? slot.aggregate.column : "";
  return WRITERS[slot.aggregate.kind]({
    id: `m${index}`,
    column: slot.money ? amount(plain) : plain,
    reportedColumn: plain,
    conditions,
    aggregate: slot.aggregate,
    dateColumn: scan.dateColumn,
    horizon,
  });
}
