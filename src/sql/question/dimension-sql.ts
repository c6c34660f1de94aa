import { CONSTANT_DIMENSIONS, type TableId } from "../../model/facts.ts";
import type { Dimension } from "../../plan/dimensions/dimension.ts";
import type { ScanFilter } from "../../plan/plan.ts";
import type { SqlParameters } from "./sql-parameters.ts";

/** A row's value of a dimension, "" where it has none. */
export function dimensionSql(table: TableId, dimension: Dimension, parameters: SqlParameters): string {
  const constant = CONSTANT_DIMENSIONS[table]?.[dimension.name];
  if (constant !== undefined) return `'${constant}'`;
  if (dimension.kind === "column") return dimension.name;
  if (dimension.kind === "attribute") return `attributes[${parameters.add("attribute", "String", dimension.name)}]`;
  const countries = parameters.add("countries", "Array(String)", Object.keys(dimension.countries));
  const markets = parameters.add("markets", "Array(String)", Object.values(dimension.countries));
  return `transform(toString(country), ${countries}, ${markets}, '')`;
}

export function filterSql(table: TableId, { dimension, values, not }: ScanFilter, parameters: SqlParameters): string {
  const list = parameters.add(dimension.name, "Array(String)", values);
  return `${dimensionSql(table, dimension, parameters)} ${not === true ? "NOT IN" : "IN"} ${list}`;
}
