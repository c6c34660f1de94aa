import { addMonths, type Day } from "../calendar.ts";
import { WEB_SOURCES } from "../company.ts";
import type { Random } from "../random.ts";
import type { SearchDay, SearchQuery, Session } from "../world.ts";

/** Search Console settles for two days before it shows a day. */
export const SETTLES = 2;

/** Google's own count of what its results brought: a little more than the site saw, also on days without a tag. */
export function simulateSearch(random: Random, start: Day, last: Day, sessions: readonly Session[]): SearchDay[] {
  const google = new Set(
    WEB_SOURCES.flatMap(({ source, medium }, i) => (source === "google" && medium === "organic" ? [i] : [])),
  );
  const visits = new Map<Day, number>();
  for (const { day, from } of sessions) if (google.has(from)) visits.set(day, (visits.get(day) ?? 0) + 1);
  return Array.from({ length: last - SETTLES - start + 1 }, (_, i) => {
    const day = start + i;
    const clicks = Math.round((visits.get(day) ?? 0) * random.around(1.09, 0.02));
    const position = Math.round((15.8 - (5.4 * i) / 730) * random.around(1, 0.025) * 100) / 100;
    const rate = (0.021 + (0.006 * i) / 730) * random.around(1, 0.04);
    return { day, clicks, impressions: Math.round(clicks / rate), position };
  });
}

const QUERIES: readonly (readonly [string, number, number, number])[] = [
  ["lotwerk", 0.09, 0.41, 1.2],
  ["füllstandssensor", 0.07, 0.024, 7.9],
  ["ultraschall füllstandsmessung", 0.05, 0.031, 6.1],
  ["tank level sensor", 0.06, 0.017, 11.4],
  ["level measurement radar vs ultrasonic", 0.045, 0.052, 3.8],
  ["capteur de niveau ultrason", 0.035, 0.028, 7.2],
  ["超音波レベル計", 0.02, 0.022, 9.3],
  ["tank monitoring software", 0.03, 0.012, 14.6],
  ["pegelsonde", 0.028, 0.026, 8.4],
  ["silo level indicator", 0.022, 0.019, 10.2],
];

/** The best queries of the last three whole months; rare ones are left out by Google. */
export function topQueries(random: Random, days: readonly SearchDay[], today: Day): SearchQuery[] {
  const [from, to] = [addMonths(today, -3), addMonths(today, 0)];
  const all = days.filter(({ day }) => day >= from && day < to).reduce((sum, { clicks }) => sum + clicks, 0);
  return QUERIES.map(([query, share, rate, position]) => {
    const clicks = Math.round(all * share * random.around(1, 0.1));
    return { query, clicks, impressions: Math.round(clicks / rate), position };
  });
}
