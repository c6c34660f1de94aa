import type { Reason } from "../../model/answer.ts";
import { channelColumn, factTable } from "../../sql/channel/fact-table.ts";
import { standingStages } from "../../sql/derive/standing-rows.ts";
import { visibleRows } from "../../sql/derive/visible-rows.ts";
import { type AdLoad, nameOf, zonesOf } from "./ad-sources.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Part } from "./close-step.ts";
import { unknown } from "./said.ts";
import { parametersOf, type Site } from "./site.ts";

export interface ZoneParts {
  /** What leaves and enters the period where days are the platforms', in the sense workspace → platforms. */
  readonly parts: readonly Part[];
  readonly unknown: readonly Reason[];
}

/** Records that have a moment, by the channel they count in: persons who became a lead, or visits that converted. */
export type Timed = "leads" | "visits";

/**
 * What of the platforms' channels lies in the period by the workspace's days and not by the platforms' own, or the other
 * way round: for each time zone one part. What stays unknown says why.
 */
export async function zoneParts(
  site: Site,
  loads: readonly AdLoad[],
  measure: string,
  timed: Timed,
): Promise<ZoneParts> {
  const { workspace, language } = site;
  const join = language === "en" ? ", " : "、";
  const { zones, silent, mixed } = await zonesByChannel(site, loads, measure);
  const unknowns = [
    ...(silent.length > 0 ? [unknown("time_zone", language, { sources: silent.join(join) })] : []),
    ...(mixed.length > 0 ? [unknown("time_zones", language, { channels: mixed.join(join) })] : []),
  ];
  const parts: Part[] = [];
  for (const [zone, channels] of zones) {
    if (zone === workspace.settings.timezone) continue;
    const found = await shifted(site, timed, zone, channels);
    if (found === null) unknowns.push(unknown(timed === "leads" ? "time_zone_daily" : "time_zone_visits", language));
    else
      parts.push({
        id: "time_zone",
        amount: found.into - found.out,
        rows: found.into + found.out,
        detail: zone,
        known: true,
      });
  }
  return { parts, unknown: [...new Map(unknowns.map((one) => [one.text, one])).values()] };
}

/** Channels by the one zone in which all platforms that report there count; those of no zone, and those of several. */
async function zonesByChannel(site: Site, loads: readonly AdLoad[], measure: string) {
  const { workspace, question, language } = site;
  const answer = await askMeasures(
    workspace,
    { reported: { formula: measure, unit: "count" } },
    { ...question, by: ["system", "connection", "channel"] },
    language,
  );
  const known = zonesOf(site, loads);
  const reporting = answer.rows
    .filter(({ value }) => value !== null && value !== 0)
    .map(({ by }) => ({ channel: by.channel ?? "", name: nameOf(by) }));
  const silent = [...new Set(reporting.map(({ name }) => name))].filter((name) => known.get(name)?.has(null) ?? true);
  const zones = new Map<string, string[]>();
  const mixed: string[] = [];
  for (const [channel, own] of Map.groupBy(reporting, (one) => one.channel)) {
    const all = new Set(own.flatMap(({ name }) => [...(known.get(name) ?? [null])]));
    const [zone] = all;
    if (all.has(null) || zone === undefined || zone === null) continue;
    if (all.size > 1) mixed.push(channel);
    else zones.set(zone, [...(zones.get(zone) ?? []), channel]);
  }
  return { zones, silent: silent.sort(), mixed: mixed.sort() };
}

/** Records by their own moment; null where none in the period tells one. */
async function shifted(
  site: Site,
  timed: Timed,
  zone: string,
  channels: readonly string[],
): Promise<{ readonly out: number; readonly into: number } | null> {
  const rows = RECORDS[timed](site);
  if (rows === null) return null;
  const [found] = await site.workspace.engine.query<{ out: string; into: string; timed: string; untimed: string }>(
    `SELECT sumIf(weight, inside AND NOT inside_there) AS out, sumIf(weight, NOT inside AND inside_there) AS into,
      countIf(inside AND at IS NOT NULL) AS timed, countIf(inside AND at IS NULL) AS untimed
    FROM (
      SELECT weight, at, date BETWEEN {from:Date} AND {to:Date} AS inside,
        if(at IS NULL, inside, toDate(at, {zone:String}) BETWEEN {from:Date} AND {to:Date}) AS inside_there
      FROM (${rows}) WHERE has({channels:Array(String)}, channel) AND date BETWEEN {from:Date} - 2 AND {to:Date} + 2
    )`,
    { ...parametersOf(site), zone, channels },
  );
  const [out, into] = [Number(found?.out ?? 0), Number(found?.into ?? 0)];
  const lacking = Number(found?.timed ?? 0) === 0 && Number(found?.untimed ?? 0) > 0;
  return out + into === 0 && lacking ? null : { out, into };
}

const RECORDS: Readonly<Record<Timed, (site: Site) => string | null>> = {
  leads: ({ inventory }) =>
    `SELECT entry.date AS date, record.entered_at AS at, toString(entry.channel) AS channel, 1 AS weight
    FROM funnel_entry AS entry
    LEFT ANY JOIN (${standingStages(inventory.visible, ["entered_at", "load_no", "raw_row"])}) AS record
      ON record.load_no = entry.load_no AND record.raw_row = entry.raw_row
    WHERE entry.build_no = {build:UInt32} AND entry.stage = 'lead' AND entry.excluded = ''`,
  visits: ({ inventory, span }) =>
    inventory.visible.some(
      ({ fact, from, to }) => fact === "web_session" && (from ?? span.to) <= span.to && (to ?? span.from) >= span.from,
    )
      ? `SELECT date, started_at AS at, toString(channel) AS channel, macro_conversions AS weight
    FROM ${factTable("web_session", channelColumn("web_session", inventory.visible))}
    WHERE ${visibleRows("web_session", inventory.visible)} AND macro_conversions > 0`
      : null,
};
