import type { Columns } from "../../model/columns.ts";
import { columnsOf, type FactId, fact } from "../../model/facts.ts";
import { textLiteral } from "../channel/text-literal.ts";

/** Columns of kind `dim` that are no dimension of an answer. */
const NOT_DIMENSIONS = ["grain", "currency"];
const MEASURE_KINDS = ["int", "decimal", "money", "rate", "flag"];

/** A row of the summaries; days are ISO text or null, counts text. */
export interface PartSummary {
  readonly grain: string;
  readonly date_from: string | null;
  readonly date_to: string | null;
  readonly rows: string;
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
  readonly attributes: readonly string[];
  readonly currencies: readonly string[];
  readonly platforms: readonly string[];
}

/** What a load wrote into one fact, by grain. Columns that the load did not map are not looked at. */
export function partSummary(id: FactId, loadNo: number, mapped: ReadonlySet<string>): string {
  const { date, dateTo, preAggregated } = fact(id);
  return summary(id, {
    columns: Object.fromEntries(Object.entries(columnsOf(id)).filter(([name]) => mapped.has(name))),
    grain: preAggregated ? "grain" : "''",
    from: date,
    to: dateTo ?? date,
    where: `load_no = ${loadNo}`,
  });
}

interface Summarised {
  readonly columns: Columns;
  readonly grain: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly where: string;
}

function summary(table: string, { columns, grain, from, to, where }: Summarised): string {
  const ofKind = (...kinds: readonly string[]): string[] =>
    Object.entries(columns).flatMap(([name, kind]) => (kinds.includes(kind) ? [name] : []));
  const dims = ofKind("dim").filter((name) => !NOT_DIMENSIONS.includes(name));
  return `SELECT
  ${grain} AS grain,
  ${from === null ? "CAST(NULL AS Nullable(String))" : `toString(min(\`${from}\`))`} AS date_from,
  ${to === null ? "CAST(NULL AS Nullable(String))" : `toString(max(\`${to}\`))`} AS date_to,
  count() AS rows,
  ${holding(dims, (name) => `max(${name} != '')`)} AS dimensions,
  ${holding(ofKind(...MEASURE_KINDS), (name) => `count(${name}) > 0`)} AS measures,
  ${"attributes" in columns ? "arraySort(groupUniqArrayArray(1000)(arrayMap(name -> toString(name), mapKeys(attributes))))" : EMPTY} AS attributes,
  ${values("currency", columns)} AS currencies,
  ${values("platform", columns)} AS platforms
FROM ${table}
WHERE ${where}
GROUP BY grain
HAVING rows > 0`;
}

const EMPTY = "CAST([] AS Array(String))";

function holding(names: readonly string[], test: (name: string) => string): string {
  const found = names.map((name) => `if(${test(`\`${name}\``)}, ${textLiteral(name)}, '')`);
  return found.length === 0 ? EMPTY : `arrayFilter(name -> name != '', [${found.join(", ")}])`;
}

function values(column: string, columns: Columns): string {
  return column in columns ? `arraySort(groupUniqArrayIf(toString(${column}), ${column} != ''))` : EMPTY;
}
