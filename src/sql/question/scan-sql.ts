import type { Scan } from "../../plan/plan.ts";
import { keepsExcluded } from "../../plan/sources/plan-measure.ts";
import { factTable } from "../channel/fact-table.ts";
import { bucketSql, daysSql, wholeSql } from "./bucket-sql.ts";
import { dimensionSql, filterSql } from "./dimension-sql.ts";
import { type SlotConditions, slotConditions, slotSql } from "./slot-sql.ts";
import { sourceSql } from "./source-sql.ts";
import type { SqlParameters } from "./sql-parameters.ts";

export interface ScanContext {
  readonly asOf: string;
  readonly currency: string;
  readonly buildNo: number;
}

/** Where the rows of a scan come from and which of them count; the conditions hold together. */
export interface RowsSql {
  readonly from: string;
  readonly where: readonly string[];
  /** By slot: what it asks of a row beyond `where`. */
  readonly conditions: readonly SlotConditions[];
  readonly bucket: string;
  readonly horizon: string;
  readonly amount: (column: string) => string;
}

/** Which rows of a scan are meant: those that count, those an exclusion rule leaves out, or repeated platform cost. */
export type Meant = "counted" | "excluded" | "repeated";

/** The rows a scan reads, before grouping. */
export function rowsSql(
  scan: Scan,
  context: ScanContext,
  parameters: SqlParameters,
  meant: Meant = "counted",
): RowsSql {
  const asOf = parameters.add("as_of", "Date", context.asOf);
  const standing = scan.timing.kind !== "event" || scan.dateToColumn !== undefined;
  const each = scan.slots.map((slot) => slotConditions(scan, slot, asOf, parameters));
  const shared = (each[0]?.where ?? []).filter((condition) => each.every(({ where }) => where.includes(condition)));
  const conditions = each.map(({ where, known }) => ({ known, where: where.filter((one) => !shared.includes(one)) }));
  const where = [
    ...sourceSql(scan, parameters),
    ...(standing ? standingSql(scan) : [daysSql(scan, parameters)]),
    ...(keepsExcluded(scan.table) ? [meant === "excluded" ? "excluded != ''" : "excluded = ''"] : []),
    ...scan.filters.map((filter) => filterSql(scan.table, filter, parameters)),
    ...repeatedCostSql(scan, parameters).map((repeated) => (meant === "repeated" ? repeated : `NOT (${repeated})`)),
    ...shared,
    ...oneOfSql(conditions),
  ];
  const from = [
    tableSql(scan),
    ...(standing ? [endsSql(scan, parameters)] : []),
    ...(scan.convert ? [ratesSql(scan, context, parameters)] : []),
  ].join("\n  ");
  return {
    from,
    where,
    conditions,
    bucket: standing ? "bucket" : bucketSql(scan, parameters),
    horizon: standing ? "bucket" : asOf,
    amount: (column) => (scan.convert ? convertedSql(column, context, parameters) : column),
  };
}

function tableSql({ table, source }: Scan): string {
  return factTable(table, source.kind === "loads" ? source.parts[0]?.channelColumn : undefined);
}

function convertedSql(column: string, { currency }: ScanContext, parameters: SqlParameters): string {
  const own = parameters.add("currency", "String", currency);
  return `multiIf(currency = ${own}, ${column}, fx_rate > 0, ${column} * fx_rate, NULL)`;
}

/** Where every slot wants one value of the same column, rows with other values need not be read. */
function oneOfSql(conditions: readonly SlotConditions[]): readonly string[] {
  if (conditions.length < 2) return [];
  return ["stage", "event"].flatMap((column) => {
    const start = `${column} = `;
    const wanted = conditions.map(({ where }) => where.find((condition) => condition.startsWith(start)));
    if (wanted.some((condition) => condition === undefined)) return [];
    const values = [...new Set(wanted.map((condition) => condition?.slice(start.length)))];
    return [`${column} IN (${values.join(", ")})`];
  });
}

/** Each row once for every span it is looked at in; a span is known by its last day. */
function endsSql({ buckets, timing, dateToColumn }: Scan, parameters: SqlParameters): string {
  const days = (name: string, list: readonly string[]): string => parameters.add(name, "Array(Date)", list);
  const ends = `${days(
    "ends",
    buckets.map(({ key }) => key),
  )} AS bucket`;
  if (dateToColumn === undefined && !(timing.kind === "stock" && timing.due !== undefined)) return `ARRAY JOIN ${ends}`;
  const from = `${days(
    "starts",
    buckets.map((bucket) => bucket.from),
  )} AS span_from`;
  const to = `${days(
    "span_ends",
    buckets.map((bucket) => bucket.to),
  )} AS span_to`;
  return `ARRAY JOIN ${dateToColumn === undefined ? [ends, from, to].join(", ") : [ends, from].join(", ")}`;
}

function standingSql({ timing, dateColumn, dateToColumn }: Scan): readonly string[] {
  if (dateToColumn !== undefined) return [`${dateColumn} <= bucket`, `${dateToColumn} >= span_from`];
  if (timing.kind !== "stock") return [`${dateColumn} <= bucket`];
  const stands = [`${dateColumn} <= bucket`, `(${timing.until} IS NULL OR ${timing.until} > bucket)`];
  return timing.due === undefined ? stands : [...stands, `${timing.due} BETWEEN span_from AND span_to`];
}

/** Rows of the ledger that repeat an ad platform's own figures. */
export function repeatedCostSql(scan: Scan, parameters: SqlParameters): readonly string[] {
  if (scan.repeatedCost.length === 0) return [];
  const alike = Map.groupBy(scan.repeatedCost, ({ months }) => months.join());
  const each = [...alike.values()].map((same) => {
    const names = same.map(({ platform }) => platform);
    const [only] = names;
    const is =
      names.length === 1
        ? `= ${parameters.add("platform", "String", only)}`
        : `IN ${parameters.add("platforms", "Array(String)", names)}`;
    const months = parameters.add("platform_months", "Array(Date)", same[0]?.months ?? []);
    return `lower(platform) ${is} AND toStartOfMonth(${scan.dateColumn}) IN ${months}`;
  });
  const any = each.length === 1 ? each.join("") : `(${each.map((one) => `(${one})`).join(" OR ")})`;
  return [`category = 'media' AND ${any}`];
}

/** The rate of each row's currency on the row's day. */
function ratesSql(scan: Scan, context: ScanContext, parameters: SqlParameters): string {
  const build = parameters.add("build", "UInt32", context.buildNo);
  const rates = `SELECT date AS fx_date, currency AS fx_currency, rate AS fx_rate FROM fx_daily WHERE build_no = ${build}`;
  return `LEFT ANY JOIN (${rates}) AS fx ON fx_currency = currency AND fx_date = ${scan.dateColumn}`;
}

/** One scan as a SELECT with the columns of a `QuestionRow`. */
export function scanSql(scan: Scan, index: number, context: ScanContext, parameters: SqlParameters): string {
  const source = rowsSql(scan, context, parameters);
  const slots = source.conditions.map((conditions, number) =>
    slotSql(scan, number, conditions, source.horizon, source.amount),
  );
  const dims = scan.by.map((dimension, number) => ({
    name: `d${number}`,
    sql: dimensionSql(scan.table, dimension, parameters),
  }));
  const amounts = scan.convert
    ? [
        ...new Set(
          scan.slots.flatMap(({ money, aggregate }) => (money && "column" in aggregate ? [aggregate.column] : [])),
        ),
      ]
    : [];
  const rateless = amounts.map(
    (column) => `(${column} IS NOT NULL AND currency != '' AND ${source.amount(column)} IS NULL)`,
  );
  const grouped = dims.length > 0 || scan.wholes.length > 0;
  const columns = slots.flatMap((slot) => slot.columns);
  const inner = [
    ...(source.bucket === "bucket" ? ["bucket"] : [`${source.bucket} AS bucket`]),
    ...(scan.wholes.length > 0 ? [`${wholeSql(scan, parameters)} AS whole`] : []),
    ...dims.map(({ name, sql }) => `${sql} AS ${name}`),
    ...columns.map(({ name, sql }) => `${sql} AS ${name}`),
    ...(rateless.length > 0
      ? [
          `groupUniqArrayIf(20)(concat(toString(currency), ' ', toString(${scan.dateColumn})), ${rateless.join(" OR ")}) AS no_rate`,
        ]
      : []),
  ];
  const keys = ["bucket", ...dims.map(({ name }) => name)];
  const pass = [
    `SELECT\n  ${inner.join(",\n  ")}`,
    `FROM ${source.from}`,
    `WHERE ${source.where.join("\n  AND ")}`,
    `GROUP BY ${keys.join(", ")}`,
  ].join("\n");
  const result = [
    `${index} AS scan`,
    `${levelSql(scan)} AS level`,
    `toString(${scan.wholes.length > 0 ? "if(level = 2, whole, bucket)" : "bucket"}) AS key`,
    dims.length === 0 ? "CAST([], 'Array(String)') AS by" : `${byKeys(dims)} AS by`,
    `CAST([${slots.map(({ measure }) => measure).join(", ")}], 'Array(Nullable(String))') AS measures`,
    `CAST([${slots.map(({ cases }) => cases).join(", ")}], 'Array(UInt64)') AS cases`,
    `CAST([${slots.map(({ lacking }) => lacking).join(", ")}], 'Array(UInt64)') AS lacking`,
    rateless.length > 0 ? "arraySort(no_rate) AS rateless" : "CAST([], 'Array(String)') AS rateless",
  ];
  return `SELECT\n  ${result.join(",\n  ")}\nFROM (\n${indented(grouped ? gathered(scan, columns, dims, pass, rateless.length > 0) : pass)}\n)`;
}

/**
 * For cost: whether the categories a slot asks for are loaded on any day. Nobody's cost of serving is 0 because no sheet
 * tells it.
 */
export function presenceSql(scan: Scan, index: number, context: ScanContext, parameters: SqlParameters): string | null {
  if (scan.table !== "cost") return null;
  const asOf = parameters.add("as_of", "Date", context.asOf);
  const counts = scan.slots.map((slot) => {
    const { where } = slotConditions(scan, slot, asOf, parameters);
    return where.length === 0 ? "count()" : `countIf(${where.join(" AND ")})`;
  });
  return [
    `SELECT ${index} AS scan, 3 AS level, '' AS key, CAST([], 'Array(String)') AS by,`,
    "  CAST([], 'Array(Nullable(String))') AS measures,",
    `  CAST([${counts.join(", ")}], 'Array(UInt64)') AS cases,`,
    "  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless",
    `FROM ${tableSql(scan)}`,
    `WHERE ${sourceSql(scan, parameters).join(" AND ")}`,
  ].join("\n");
}

/** For cost in a breakdown or under a filter: where any is booked, on whatever day. */
export function bookedSql(scan: Scan, index: number, context: ScanContext, parameters: SqlParameters): string | null {
  const costs = scan.slots.filter(({ cost }) => cost === true);
  if (costs.length === 0 || (scan.by.length === 0 && scan.filters.length === 0)) return null;
  const source = costs.find(({ bookedIn }) => bookedIn !== undefined)?.bookedIn ?? scan.source;
  const asOf = parameters.add("as_of", "Date", context.asOf);
  const counts = scan.slots.map((slot) => {
    const { where } = slotConditions(scan, slot, asOf, parameters);
    return slot.cost !== true ? "0" : where.length === 0 ? "count()" : `countIf(${where.join(" AND ")})`;
  });
  const dims = scan.by.map((dimension) => dimensionSql(scan.table, dimension, parameters));
  const filters = scan.filters.map((filter) => filterSql(scan.table, filter, parameters));
  return [
    `SELECT ${index} AS scan, 4 AS level, '' AS key,`,
    `  CAST([${dims.map((dim) => `toString(${dim})`).join(", ")}], 'Array(String)') AS by,`,
    "  CAST([], 'Array(Nullable(String))') AS measures,",
    `  CAST([${counts.join(", ")}], 'Array(UInt64)') AS cases,`,
    "  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless",
    `FROM ${tableSql(scan)}`,
    `WHERE ${[...sourceSql({ ...scan, source }, parameters), `${scan.dateColumn} <= ${asOf}`, ...filters].join(" AND ")}`,
    "GROUP BY by",
  ].join("\n");
}

function byKeys(dims: readonly { readonly name: string }[]): string {
  return `if(level = 0, [${dims.map(({ name }) => `toString(${name})`).join(", ")}], [])`;
}

/** Which grouping a row belongs to: its key columns tell. */
function levelSql({ by, wholes }: Scan): string {
  if (by.length === 0 && wholes.length === 0) return "1";
  if (wholes.length === 0) return "if(has_dims, 0, 1)";
  return by.length === 0 ? "if(has_bucket, 1, 2)" : "multiIf(has_dims, 0, has_bucket, 1, 2)";
}

/** Totals over the groups of the first pass: sums of sums, unions of distinct values, never sums of ratios. */
function gathered(
  scan: Scan,
  columns: ReturnType<typeof slotSql>["columns"],
  dims: readonly { readonly name: string }[],
  pass: string,
  rates: boolean,
): string {
  const names = dims.map(({ name }) => name);
  const sets = [
    ...(names.length > 0 ? [`(bucket, ${names.join(", ")})`] : []),
    "(bucket)",
    ...(scan.wholes.length > 0 ? ["(whole)"] : []),
  ];
  const select = [
    "bucket",
    ...(scan.wholes.length > 0 ? ["whole"] : []),
    ...names,
    ...(names.length > 0 ? [`grouping(${names[0]}) = 0 AS has_dims`] : []),
    ...(scan.wholes.length > 0 ? ["grouping(bucket) = 0 AS has_bucket"] : []),
    ...columns.map(({ name, gathered: sql }) => `${sql} AS ${name}`),
    ...(rates ? ["groupUniqArrayArray(20)(no_rate) AS no_rate"] : []),
  ];
  return `SELECT\n  ${select.join(",\n  ")}\nFROM (\n${indented(pass)}\n)\nGROUP BY GROUPING SETS (${sets.join(", ")})`;
}

export function indented(text: string): string {
  return text.replaceAll(/^/gm, "  ");
}
