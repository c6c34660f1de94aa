import { didYouMean } from "../../language/did-you-mean.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { campaignNames } from "../../model/campaign-aliases.ts";
import { DIMENSION_COLUMNS } from "../../model/columns.ts";
import { everyDim } from "../../model/facts/dimension-columns.ts";
import {
  CONSTANT_DIMENSIONS,
  columnKind,
  columnsOf,
  DERIVED_IDS,
  FACT_IDS,
  isFactId,
  PROVENANCE,
  type TableId,
} from "../../model/facts.ts";
import type { Inventory, LoadedPart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";

/** What rows are broken down or filtered by. */
export type Dimension =
  | { readonly kind: "column"; readonly name: string }
  | { readonly kind: "attribute"; readonly name: string }
  /** Names and platform ids of campaigns, by `campaignKey`, with the campaign that each stands for. */
  | { readonly kind: "campaign"; readonly name: "campaign"; readonly names: Readonly<Record<string, string>> }
  /** A named set of countries; a country stands under the first market that has it. */
  | { readonly kind: "market"; readonly name: "market"; readonly countries: Readonly<Record<string, string>> };

export const NOT_SET = "(not set)";
export const NOT_ALLOCATED = "(not allocated)";

/** How an empty value is shown: cost that is booked on no channel, no campaign … stands in its own row. */
export function shownEmpty(table: TableId, dimension: Dimension): string {
  return table === "cost" && Object.hasOwn(everyDim, carrier(dimension)) ? NOT_ALLOCATED : NOT_SET;
}

/** Columns of few values that tell how a row is to be read rather than what it is about. */
const INTERNAL = new Set(["grain", "excluded", "currency", "base", "evidence", "stage", "event", "deleted_fact"]);

/** Every column that some table can be broken down by. */
export function dimensionColumns(): readonly string[] {
  const extra = [...FACT_IDS, ...DERIVED_IDS].flatMap((table) =>
    Object.entries(columnsOf(table))
      .filter(([name, kind]) => kind === "dim" && !INTERNAL.has(name))
      .map(([name]) => name),
  );
  return [...new Set([...Object.keys(DIMENSION_COLUMNS), ...extra, "system", "connection"])];
}

/** Free attributes that teams mapped, in any visible part. */
export function knownAttributes(inventory: Inventory): readonly string[] {
  const parts = [...inventory.visible, ...inventory.derived];
  return [...new Set(parts.flatMap(({ attributes }) => attributes))].sort();
}

/** Understands a dimension's name; `attributes.tier` and `tier` are the same. Throws `question.unknown_dimension`. */
export function readDimension(name: string, workspace: Workspace, inventory: Inventory): Dimension {
  const columns = dimensionColumns();
  if (name === "market" && Object.keys(workspace.markets).length > 0) return market(workspace);
  if (name === "campaign") return campaign(workspace);
  if (columns.includes(name)) return { kind: "column", name };
  const attributes = knownAttributes(inventory);
  const bare = name.replace(/^attributes\./, "");
  if (attributes.includes(bare)) return { kind: "attribute", name: bare };
  const markets = Object.keys(workspace.markets).length > 0 ? ["market"] : [];
  const available = [...columns, ...markets, ...attributes];
  const near = didYouMean(name, available);
  throw new LeadlineError(
    "question.unknown_dimension",
    name === "market" ? "No markets are defined in this workspace." : `There is no dimension "${name}".`,
    name === "market"
      ? "Name them in leadline.yaml under markets, such as dach: [DE, AT, CH]."
      : `${near.length > 0 ? `Did you mean ${near.join(" or ")}? ` : ""}Available: ${available.join(", ")}.`,
    { key: name },
  );
}

function campaign(workspace: Workspace): Dimension {
  const names = campaignNames(workspace.campaign_aliases);
  return names.size === 0
    ? { kind: "column", name: "campaign" }
    : { kind: "campaign", name: "campaign", names: Object.fromEntries(names) };
}

function market(workspace: Workspace): Dimension {
  const countries: Record<string, string> = {};
  for (const [name, list] of Object.entries(workspace.markets)) for (const country of list) countries[country] ??= name;
  return { kind: "market", name: "market", countries };
}

/** Countries that stand in more than one market. */
export function sharedCountries(workspace: Workspace): readonly string[] {
  const all = Object.values(workspace.markets).flatMap((list) => [...new Set(list)]);
  return [...new Set(all.filter((country, index) => all.indexOf(country) !== index))];
}

/** The column or attribute that must be there for a dimension. */
export function carrier(dimension: Dimension): string {
  return dimension.kind === "market" ? "country" : dimension.name;
}

/** Whether the loaded rows of a table carry the dimension: one that is empty in every row cannot divide them. */
export function tableCarries(table: TableId, dimension: Dimension, parts: readonly LoadedPart[]): boolean {
  const column = carrier(dimension);
  if (dimension.kind === "attribute") return parts.some(({ attributes }) => attributes.includes(column));
  if (CONSTANT_DIMENSIONS[table]?.[column] !== undefined) return true;
  if (isFactId(table) && Object.hasOwn(PROVENANCE, column)) return true;
  return columnKind(table, column) === "dim" && parts.some(({ dimensions }) => dimensions.includes(column));
}
