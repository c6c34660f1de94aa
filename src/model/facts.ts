import type { ColumnKind, Columns } from "./columns.ts";
import { ADVERTISING_FACTS } from "./facts/advertising.ts";
import { COST_FACTS } from "./facts/costs.ts";
import { DEAL_FACTS } from "./facts/deals.ts";
import { DERIVED_FUNNEL } from "./facts/derived-funnel.ts";
import { DERIVED_LOOKUPS } from "./facts/derived-lookups.ts";
import { DERIVED_PROGRAMS } from "./facts/derived-programs.ts";
import { EMAIL_FACTS } from "./facts/email.ts";
import { EVENT_FACTS } from "./facts/events.ts";
import type { Fact, Facts } from "./facts/fact.ts";
import { OUTREACH_FACTS } from "./facts/outreach.ts";
import { PEOPLE_FACTS } from "./facts/people.ts";
import { WEB_FACTS } from "./facts/web.ts";

/** On every loaded fact. `system` is the exporting system (google_ads); the dimension `source` is the traffic source. */
export const PROVENANCE = {
  system: "dim",
  connection: "dim",
  external_id: "id",
  load_no: "int",
  raw_row: "int",
} as const satisfies Columns;

/** The facts that presets write, by family. A new fact is an entry in its family; the schema, the loader and the docs follow from it. */
export const FACTS = {
  ...WEB_FACTS,
  ...ADVERTISING_FACTS,
  ...COST_FACTS,
  ...PEOPLE_FACTS,
  ...DEAL_FACTS,
  ...EMAIL_FACTS,
  ...EVENT_FACTS,
  ...OUTREACH_FACTS,
} as const satisfies Facts;

export type FactId = keyof typeof FACTS;
export const FACT_IDS = Object.keys(FACTS) as FactId[];

export function fact(id: FactId): Fact {
  return { id, ...FACTS[id] };
}

export function isFactId(id: string): id is FactId {
  return Object.hasOwn(FACTS, id);
}

/**
 * The tables that a build derives from all visible loads, tagged with `build_no`. KPIs about people, deals, revenue
 * and customers read these; they keep excluded rows with the rule's name in `excluded` so that a receipt can count them.
 */
export const DERIVED = {
  ...DERIVED_FUNNEL,
  ...DERIVED_PROGRAMS,
  ...DERIVED_LOOKUPS,
} as const;

export type DerivedId = keyof typeof DERIVED;
export const DERIVED_IDS = Object.keys(DERIVED) as DerivedId[];
/** Anything a measure can read. */
export type TableId = FactId | DerivedId;

export function columnsOf(table: TableId): Columns {
  return table in FACTS ? FACTS[table as FactId].columns : DERIVED[table as DerivedId].columns;
}

export function columnKind(table: TableId, column: string): ColumnKind | undefined {
  return columnsOf(table)[column];
}

/** Dimensions whose value is the same for every row of a table, so that no column holds it: what platforms bill is media. */
export const CONSTANT_DIMENSIONS: Readonly<Partial<Record<TableId, Readonly<Record<string, string>>>>> = {
  ad_daily: { category: "media" },
  ad_period: { category: "media" },
};
