import { columnsOf, type DerivedId } from "../../model/facts.ts";
import { textLiteral } from "../channel/text-literal.ts";

/** Columns that describe a row rather than break a number down. */
const NO_BREAKDOWN = ["excluded", "evidence", "currency"];

/**
 * One row that tells what a build put into a derived table, in the columns of the table `derived_part`: days, rows, the
 * dimensions that hold a value, attributes, currencies. Rows without a day do not count for the days.
 */
export function derivedPartsStatement(buildNo: number, table: DerivedId): string {
  // The engine takes a bare `build_no` in WHERE for the constant of that name in SELECT, which is true of every build.
  const columns = columnsOf(table);
  const date = table === "customer_life" ? "started" : "date";
  const dims = Object.entries(columns).flatMap(([name, kind]) =>
    kind === "dim" && !NO_BREAKDOWN.includes(name) ? [name] : [],
  );
  return `SELECT
  toUInt32(${buildNo}) AS build_no,
  ${textLiteral(table)} AS fact,
  '' AS grain,
  '' AS scope,
  minOrNullIf(${date}, toUInt16(${date}) > 0) AS date_from,
  maxOrNullIf(${date}, toUInt16(${date}) > 0) AS date_to,
  count() AS rows,
  arrayFilter(name -> name != '', [${dims.length === 0 ? "''" : dims.map((name) => `if(countIf(${name} != '') > 0, ${textLiteral(name)}, '')`).join(", ")}]) AS dimensions,
  ${columns.attributes === undefined ? "emptyArrayString()" : "arraySort(groupUniqArrayArray(arrayMap(key -> toString(key), mapKeys(attributes))))"} AS attributes,
  ${columns.currency === undefined ? "emptyArrayString()" : "arraySort(groupUniqArrayIf(toString(currency), currency != ''))"} AS currencies,
  emptyArrayString() AS platforms
FROM ${table}
WHERE ${table}.build_no = ${buildNo}`;
}
