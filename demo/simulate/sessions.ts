import { type Day, monthsBetween } from "../calendar.ts";
import { COUNTRIES, type Country, WEB_SOURCES } from "../company.ts";
import type { Random } from "../random.ts";
import { botWave, outage, within } from "../stories.ts";
import { type AdDay, DEVICES, type Session } from "../world.ts";
import { busyness } from "./season.ts";

/** Sessions a day while the scraper was at work. */
const BOT_SESSIONS = 640;

const MOBILE: Readonly<Record<Country, number>> = {
  DE: 0.27,
  AT: 0.28,
  CH: 0.29,
  FR: 0.3,
  US: 0.33,
  CN: 0.55,
  JP: 0.38,
};

/** Every session since `since`; the company grows from `start` on. */
export function simulateSessions(
  random: Random,
  { since, start, last }: { readonly since: Day; readonly start: Day; readonly last: Day },
  ads: readonly AdDay[],
): Session[] {
  const clicks = new Map(ads.map((ad) => [`${ad.campaign}/${ad.day}`, ad.clicks]));
  const known = new Map<Country, number[]>(COUNTRIES.map((country) => [country, []]));
  const silent = outage(start);
  const scraped = botWave(start);
  const direct = WEB_SOURCES.findIndex(({ channel }) => channel === "Direct");
  const sessions: Session[] = [];
  let visitors = 0;
  for (let day = since; day <= last; day += 1) {
    const tracked = !within(day, silent);
    const month = monthsBetween(start, day);
    for (const [from, source] of WEB_SOURCES.entries()) {
      if (source.except === month || (source.during ?? month) !== month) continue;
      const weights = Object.entries(source.countries) as [Country, number][];
      const all = weights.reduce((sum, [, weight]) => sum + weight, 0);
      const paid = source.ad === undefined ? undefined : (clicks.get(`${source.ad}/${day}`) ?? 0);
      for (const [country, weight] of weights) {
        const share = weight / all;
        // AI assistants grow from almost nothing.
        const rise = source.channel === "AI Assistant" ? Math.max(0.1, 0.2 + (4.2 * (day - start)) / 730) : 1;
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
    for (let i = within(day, scraped) ? BOT_SESSIONS + random.whole(-40, 60) : 0; i > 0; i -= 1) {
      visitors += 1;
      sessions.push({
        day,
        minute: random.whole(0, 1439),
        from: direct,
        country: "US",
        device: "desktop",
        visitor: visitors,
        engaged: false,
        forms: 0,
        tracked,
      });
    }
  }
  return sessions;
}
