import { CONSTANT_DIMENSIONS, FACTS, type FactId, type TableId } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import { carrier, type Dimension, tableCarries } from "../dimensions/dimension.ts";
import type { Days } from "../period/calendar.ts";
import type { ScanPart } from "../plan.ts";
import { minus, overlap, union } from "./ranges.ts";
import { statedDays, visibleDays } from "./visible-days.ts";

/**
 * Facts that tell the same story at different grains: of one connection only one of them may answer for a day, else it
 * would count twice.
 */
const FAMILIES: readonly (readonly FactId[])[] = [
  ["web_session", "web_daily", "web_period"],
  ["ad_daily", "ad_period"],
  ["search_daily", "search_period"],
];

export function familyOf(table: TableId): readonly FactId[] | undefined {
  return FAMILIES.find((family) => (family as readonly TableId[]).includes(table));
}

/** What a measure needs of the exports that answer for it. */
export interface Need {
  readonly dimensions: readonly Dimension[];
  /** Measure columns read from each table. */
  readonly columns: Readonly<Partial<Record<TableId, readonly string[]>>>;
}

/** The exports that answer for one connection, with the days each answers for. */
export interface ChosenConnection {
  readonly name: string;
  readonly parts: readonly { readonly table: FactId; readonly part: ScanPart; readonly days: readonly Days[] }[];
}

export interface Choice {
  readonly connections: readonly ChosenConnection[];
  /** Connections that have the figures, but not broken down as needed. */
  readonly without: readonly string[];
}

/**
 * Of each connection the coarsest export that carries every needed dimension: single rows first, then the fewest
 * dimensions, daily before longer ranges. Days that it does not cover are left to the next.
 */
export function chooseExports(parts: readonly VisiblePart[], need: Need): Choice {
  const answering = parts.filter((part) => reports(part, need.columns[part.fact as FactId] ?? []));
  const names = [...new Set(answering.map(connectionName))].sort();
  const chosen = names.map((name) => {
    const own = answering.filter((part) => connectionName(part) === name);
    const fit = own.filter((part) => need.dimensions.every((dimension) => partCarries(part, dimension, own)));
    return { name, parts: assignDays(fit) };
  });
  return {
    connections: chosen.filter((connection) => connection.parts.length > 0),
    without: chosen.filter((connection) => connection.parts.length === 0).map(({ name }) => name),
  };
}

export function connectionName(part: Pick<VisiblePart, "system" | "connection">): string {
  return part.connection === "" || part.connection === part.system ? part.system : `${part.system}/${part.connection}`;
}

function reports(part: VisiblePart, columns: readonly string[]): boolean {
  return part.measures === undefined || columns.every((column) => part.measures?.includes(column));
}

/** Single rows carry what any of their connection does; an export carries what it is broken down by, or holds values of. */
function partCarries(part: VisiblePart, dimension: Dimension, own: readonly VisiblePart[]): boolean {
  const fact = part.fact as FactId;
  if (!("preAggregated" in FACTS[fact])) {
    const alike = own.filter((other) => other.fact === fact);
    return tableCarries(fact, dimension, alike);
  }
  const column = carrier(dimension);
  if (dimension.kind === "attribute") return part.attributes.includes(column);
  if (column === "system" || column === "connection" || CONSTANT_DIMENSIONS[fact]?.[column] !== undefined) return true;
  if (column === "platform") return part.platforms.length > 0;
  return part.grain.split("+").includes(column) || part.dimensions.includes(column);
}

function assignDays(parts: readonly VisiblePart[]): ChosenConnection["parts"] {
  const groups = Map.groupBy(parts, (part) => `${part.fact}|${part.grain}`);
  const ordered = [...groups.values()].sort((a, b) => rank(a) - rank(b));
  let taken: readonly Days[] = [];
  const assigned: { table: FactId; part: ScanPart; days: readonly Days[] }[] = [];
  for (const group of ordered) {
    for (const visible of group) {
      const days = minus(visibleDays(visible), taken);
      if (days.length > 0) assigned.push({ table: visible.fact as FactId, part: scanPart(visible, taken), days });
    }
    taken = union([...taken, ...group.flatMap(visibleDays)]);
  }
  return assigned;
}

/** Lower comes first. */
function rank(group: readonly VisiblePart[]): number {
  const [part] = group;
  if (part === undefined) return Number.POSITIVE_INFINITY;
  const fact = FACTS[part.fact as FactId];
  if (!("preAggregated" in fact)) return -1;
  const dimensions = part.grain === "" ? 0 : part.grain.split("+").length;
  return dimensions * 10 + ("dateTo" in fact ? 1 : 0);
}

/** A visible part as the statement reads it, without the days that others answer for. */
export function scanPart(part: VisiblePart, taken: readonly Days[] = []): ScanPart {
  const grain = "preAggregated" in FACTS[part.fact as FactId] ? part.grain : null;
  const hidden = overlap(taken, statedDays(part)).map((days) => ({ ...days, touching: true as const }));
  const { loadNo, channelColumn } = part;
  return { loadNo, grain, hidden: [...part.hidden, ...hidden], ...(channelColumn !== undefined && { channelColumn }) };
}
