import { CONSTANT_DIMENSIONS, columnKind, type TableId } from "../../model/facts.ts";
import type { Dimension } from "../../plan/dimensions/dimension.ts";
import type { ScanFilter } from "../../plan/plan.ts";
import type { SqlParameters } from "./sql-parameters.ts";

/** A row's value of a dimension, "" where it has none. */
export function dimensionSql(table: TableId, dimension: Dimension, parameters: SqlParameters): string {
  const constant = CONSTANT_DIMENSIONS[table]?.[dimension.name];
  if (constant !== undefined) return `'${constant}'`;
  if (dimension.kind === "column") return dimension.name;
  if (dimension.kind === "attribute") return `attributes[${parameters.add("attribute", "String", dimension.name)}]`;
  if (dimension.kind === "campaign") return campaignSql(table, dimension.names, parameters);
  const countries = parameters.add("countries", "Array(String)", Object.keys(dimension.countries));
  const markets = parameters.add("markets", "Array(String)", Object.values(dimension.countries));
  return `transform(toString(country), ${countries}, ${markets}, '')`;
}

/** The platform's id tells the campaign before its name does, which may have been changed. */
export function campaignSql(
  table: TableId,
  names: Readonly<Record<string, string>>,
  parameters: SqlParameters,
): string {
  const known = parameters.add("campaign_aliases", "Array(String)", Object.keys(names));
  const campaigns = parameters.add("campaign_names", "Array(String)", Object.values(names));
  const named = (column: string, otherwise: string): string =>
    `transform(lowerUTF8(trimBoth(toString(${column}))), ${known}, ${campaigns}, ${otherwise})`;
  const byName = named("campaign", "toString(campaign)");
  return columnKind(table, "campaign_id") === undefined ? byName : named("campaign_id", byName);
}

export function filterSql(table: TableId, { dimension, values, not }: ScanFilter, parameters: SqlParameters): string {
  const list = parameters.add(dimension.name, "Array(String)", values);
  return `${dimensionSql(table, dimension, parameters)} ${not === true ? "NOT IN" : "IN"} ${list}`;
}
