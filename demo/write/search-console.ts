import { addMonths, isoOf } from "../calendar.ts";
import type { World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

/** Search Console keeps sixteen months. */
const KEPT = 16;

const percent = (part: number, whole: number): string =>
  `${whole === 0 ? 0 : Number(((100 * part) / whole).toFixed(2))}%`;

/** Two exports by day that overlap, and the best queries of the last three whole months, whose file says no day. */
export function writeSearchConsole(world: World): OutFile[] {
  const { start, today, searches } = world;
  const to = addMonths(today, 0) - 1;
  const from = addMonths(today, -3);
  const daily = (name: string, days: typeof searches): OutFile =>
    delimited(`exports/search-console/dates-${name}.csv`, {
      header: ["Date", "Clicks", "Impressions", "CTR", "Position"],
      rows: days.map((day): Cell[] => [
        isoOf(day.day),
        day.clicks,
        day.impressions,
        percent(day.clicks, day.impressions),
        day.position,
      ]),
    });
  return [
    daily(
      "1",
      searches.filter(({ day }) => day < addMonths(start, KEPT)),
    ),
    daily(
      "2",
      searches.filter(({ day }) => day >= addMonths(today, -KEPT)),
    ),
    delimited(`exports/search-console/queries-${isoOf(from)}-to-${isoOf(to)}.csv`, {
      header: ["Top queries", "Clicks", "Impressions", "CTR", "Position"],
      rows: world.queries.map((row): Cell[] => [
        row.query,
        row.clicks,
        row.impressions,
        percent(row.clicks, row.impressions),
        row.position,
      ]),
    }),
  ];
}
