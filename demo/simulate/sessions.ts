import { addMonths, type Day } from "../calendar.ts";
import { COUNTRIES, type Country, WEB_SOURCES } from "../company.ts";
import type { Random } from "../random.ts";
import { type AdDay, DEVICES, type Session } from "../world.ts";
import { busyness } from "./season.ts";

/** Three days in the eleventh month on which the consent banner kept the tag from firing. */
export const outageFrom = (start: Day): Day => addMonths(start, 10) + 15;
const OUTAGE_DAYS = 3;

const MOBILE: Readonly<Record<Country, number>> = {
  DE: 0.27,
  AT: 0.28,
  CH: 0.29,
  FR: 0.3,
  US: 0.33,
  CN: 0.55,
  JP: 0.38,
};

export function simulateSessions(random: Random, start: Day, last: Day, ads: readonly AdDay[]): Session[] {
  const clicks = new Map(ads.map((ad) => [`${ad.campaign}/${ad.day}`, ad.clicks]));
  const known = new Map<Country, number[]>(COUNTRIES.map((country) => [country, []]));
  const outage = outageFrom(start);
  const sessions: Session[] = [];
  let visitors = 0;
  for (let day = start; day <= last; day += 1) {
    const tracked = day < outage || day >= outage + OUTAGE_DAYS;
    for (const [from, source] of WEB_SOURCES.entries()) {
      const weights = Object.entries(source.countries) as [Country, number][];
      const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
      const paid = source.ad === undefined ? undefined : (clicks.get(`${source.ad}/${day}`) ?? 0);
      for (const [country, weight] of weights) {
        const share = weight / all;
        // AI assistants grow from almost nothing.
        const rise = source.channel === "AI Assistant" ? 0.2 + (4.2 * (day - start)) / 730 : 1;
        const mean =
          paid === undefined
            ? source.volume * share * rise * busyness(day, country, start)
            : paid * share * source.volume;
        const count = random.poisson(mean);
        for (let i = 0; i < count; i += 1) {
          const seen = known.get(country) as number[];
          let visitor: number;
          if (seen.length > 20 && random.chance(0.34)) {
            visitor = seen[Math.max(0, seen.length - 1 - Math.floor(random.next() * 900))] as number;
          } else {
            visitors += 1;
            visitor = visitors;
            seen.push(visitor);
          }
          const mobile = MOBILE[country];
          const device = DEVICES[random.index([1 - mobile - 0.04, mobile, 0.04])] as (typeof DEVICES)[number];
          const converts = random.chance(source.converts * (device === "mobile" ? 0.6 : 1.15));
          sessions.push({
            day,
            minute: random.whole(7 * 60, 21 * 60),
            from,
            country,
            device,
            visitor,
            engaged: converts || random.chance(source.engaged),
            forms: converts ? (random.chance(0.06) ? 2 : 1) : 0,
            tracked,
          });
        }
      }
    }
  }
  return sessions;
}
