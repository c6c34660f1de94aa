import { campaignKey } from "../../model/campaign-aliases.ts";
import { countryCode } from "../../model/countries.ts";
import type { TableId } from "../../model/facts.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { ScanFilter } from "../plan.ts";
import { type Dimension, NOT_SET, shownEmpty } from "./dimension.ts";

/** A question's filter as a table holds it: `(not set)` is the empty value, a market its countries. */
export function scanFilter(
  table: TableId,
  dimension: Dimension,
  values: readonly string[],
  workspace: Workspace,
): readonly ScanFilter[] {
  if (dimension.kind === "market") return [marketFilter(values, workspace)];
  const empty = shownEmpty(table, dimension);
  const held = values.flatMap((value) =>
    value === empty || value === "" ? [""] : isPlaceholder(value) ? [] : [canonical(dimension, value)],
  );
  return [{ dimension, values: [...new Set(held)] }];
}

/** A campaign is found by each of its names, and so is a country. */
function canonical(dimension: Dimension, value: string): string {
  if (dimension.kind === "column" && dimension.name === "country") return countryCode(value);
  const known = dimension.kind === "campaign" && Object.hasOwn(dimension.names, campaignKey(value));
  return known ? (dimension.names[campaignKey(value)] ?? value) : value;
}

function isPlaceholder(value: string): boolean {
  return value === NOT_SET || value === "(not allocated)";
}

/** `(not set)` together with a market keeps all countries but those of the other markets. */
function marketFilter(values: readonly string[], workspace: Workspace): ScanFilter {
  const country: Dimension = { kind: "column", name: "country" };
  const asked = new Set(values.flatMap((value) => workspace.markets[value] ?? []));
  if (!values.includes(NOT_SET) && !values.includes("")) return { dimension: country, values: [...asked].sort() };
  const others = Object.values(workspace.markets)
    .flat()
    .filter((code) => !asked.has(code));
  return { dimension: country, values: [...new Set(others)].sort(), not: true };
}
