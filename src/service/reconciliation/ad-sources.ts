import type { LoadMeta } from "../../ingest/load/load-meta.ts";
import type { AnswerRow } from "../../model/answer.ts";
import type { KpiUnit } from "../../model/kpi.ts";
import { connectionName } from "../../plan/sources/choose-exports.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Site } from "./site.ts";

/** The channels in which ad platforms report a figure in the period. */
export async function adChannels(site: Site, measure: string): Promise<ReadonlySet<string>> {
  const { workspace, question, language } = site;
  const formulas = { reported: { formula: measure, unit: "count" as const } };
  const answer = await askMeasures(workspace, formulas, { ...question, by: ["channel"] }, language);
  return new Set(
    answer.rows.filter(({ value }) => value !== null && value !== 0).flatMap(({ by }) => by.channel ?? []),
  );
}

/** The connections whose exports report a figure in the period: `google_ads/de`. */
export async function adConnections(
  site: Site,
  measure: string,
  unit: KpiUnit = "count",
): Promise<ReadonlyMap<string, number>> {
  return (await byConnection(site, { reported: measure }, unit)).reported;
}

/** What the exports of each connection say of several measures in the period; a connection that says nothing is missing. */
export async function byConnection<Id extends string>(
  { workspace, question, language }: Site,
  measures: Readonly<Record<Id, string>>,
  unit: KpiUnit = "count",
): Promise<Readonly<Record<Id, ReadonlyMap<string, number>>>> {
  const ids = Object.keys(measures) as Id[];
  const formulas = Object.fromEntries(ids.map((id) => [id, { formula: measures[id], unit }]));
  const answer = await askMeasures(workspace, formulas, { ...question, by: ["system", "connection"] }, language);
  const told = (id: Id) =>
    new Map(
      answer.rows.flatMap(({ kpi, by, value }) => (kpi === id && value !== null ? [[nameOf(by), value] as const] : [])),
    );
  return Object.fromEntries(ids.map((id) => [id, told(id)])) as unknown as Record<Id, ReadonlyMap<string, number>>;
}

/** A row's connection, as breakdowns by system and connection have it. */
export function nameOf({ system = "", connection = "" }: AnswerRow["by"]): string {
  return connectionName({ system, connection });
}

/** A load of ad figures that stands in the period. */
export interface AdLoad {
  readonly connection: string;
  readonly preset: string;
  readonly meta: LoadMeta;
}

/** The loads whose ad figures stand in the period. */
export async function adLoads({ workspace, inventory, span }: Site): Promise<readonly AdLoad[]> {
  const parts = inventory.visible.filter(
    ({ fact, from, to }) =>
      (fact === "ad_daily" || fact === "ad_period") &&
      from !== null &&
      to !== null &&
      from <= span.to &&
      to >= span.from,
  );
  const names = new Map(parts.map((part) => [part.loadNo, connectionName(part)]));
  if (names.size === 0) return [];
  const rows = await workspace.engine.query<{ load_no: number; preset: string; meta: string }>(
    "SELECT load_no, preset, meta FROM load WHERE load_no IN {loads:Array(UInt32)} ORDER BY load_no",
    { loads: [...names.keys()] },
  );
  return rows.map(({ load_no, preset, meta }) => ({
    connection: names.get(Number(load_no)) ?? "",
    preset,
    meta: JSON.parse(meta) as LoadMeta,
  }));
}

/**
 * The time zones in which each connection counts its days: told at the load, by the preset or by the file; null = not told.
 */
export function zonesOf(
  { workspace }: Site,
  loads: readonly AdLoad[],
): ReadonlyMap<string, ReadonlySet<string | null>> {
  const zoneOf = ({ preset, meta: { settings, tables } }: AdLoad): string | null => {
    if (settings.timezone !== undefined) return settings.timezone;
    const layouts = workspace.presets.presets.find(({ id }) => id === preset)?.layouts ?? [];
    const layout = layouts.find(({ id }) => tables.some((table) => table.layout === id));
    if (layout !== undefined && layout.timezone !== "workspace") return layout.timezone;
    return tables.find(({ timezone }) => timezone !== undefined)?.timezone ?? null;
  };
  const groups = Map.groupBy(loads, ({ connection }) => connection);
  return new Map([...groups].map(([name, own]) => [name, new Set(own.map(zoneOf))]));
}
