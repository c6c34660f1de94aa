import type { LoadMeta } from "../../ingest/load/load-meta.ts";
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
  unit: "count" | "money" = "count",
): Promise<ReadonlyMap<string, number>> {
  const { workspace, question, language } = site;
  const formulas = { reported: { formula: measure, unit } };
  const answer = await askMeasures(workspace, formulas, { ...question, by: ["system", "connection"] }, language);
  return new Map(
    answer.rows.flatMap(({ by, value }) => {
      const { system = "", connection = "" } = by;
      const name = connection === "" || connection === system ? system : `${system}/${connection}`;
      return value === null ? [] : [[name, value] as const];
    }),
  );
}

/** The time zones in which those connections count their days: told at the load or by the preset; null = not told. */
export async function platformZones(site: Site, measure: string): Promise<readonly (string | null)[]> {
  const { workspace, inventory, span } = site;
  const reporting = await adConnections(site, measure);
  const parts = inventory.visible.filter(
    ({ fact, from, to }) =>
      (fact === "ad_daily" || fact === "ad_period") &&
      from !== null &&
      to !== null &&
      from <= span.to &&
      to >= span.from,
  );
  const own = parts.filter(({ system, connection }) => {
    const name = connection === "" || connection === system ? system : `${system}/${connection}`;
    return (reporting.get(name) ?? 0) !== 0;
  });
  const loads = [...new Set(own.map(({ loadNo }) => loadNo))];
  if (loads.length === 0) return [];
  const rows = await workspace.engine.query<{ preset: string; meta: string }>(
    "SELECT preset, meta FROM load WHERE load_no IN {loads:Array(UInt32)}",
    { loads },
  );
  const zones = rows.map(({ preset, meta }): string | null => {
    const { settings, tables } = JSON.parse(meta) as LoadMeta;
    if (settings.timezone !== undefined) return settings.timezone;
    const layouts = workspace.presets.presets.find(({ id }) => id === preset)?.layouts ?? [];
    const layout = layouts.find(({ id }) => tables.some((table) => table.layout === id));
    return layout === undefined || layout.timezone === "workspace" ? null : layout.timezone;
  });
  return [...new Set(zones)];
}
