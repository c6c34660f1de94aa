import { berlinDay, type Day, minuteOf } from "../calendar.ts";
import type { Country } from "../company.ts";
import type { Random } from "../random.ts";
import { DEVICES, type ShopSession } from "../world.ts";
import { busyness } from "./season.ts";

const SOURCES: readonly (readonly [string, string, string, string, readonly string[], number])[] = [
  ["google", "organic", "", "Organic Search", [""], 11],
  ["", "", "", "Direct", [""], 8],
  [
    "google",
    "cpc",
    "spares_dach",
    "Paid Search",
    ["ersatzsonde", "pegelsonde kaufen", "füllstandssensor preis", "sensor adapter g1"],
    9,
  ],
  ["newsletter", "email", "spare_parts_mailing", "Email", [""], 4],
  ["messtechnik-online.example", "referral", "", "Referral", [""], 2],
];
const LANDINGS = ["/", "/spare-parts", "/sensors/ultrasonic", "/sensors/radar", "/cables", "/calibration-kit"] as const;
const SHOPPERS: readonly (readonly [Country, number])[] = [
  ["DE", 62],
  ["AT", 12],
  ["CH", 9],
  ["FR", 17],
];

/** The spare-parts shop, tracked session by session. */
export function simulateShop(random: Random, start: Day, last: Day): ShopSession[] {
  const sessions: ShopSession[] = [];
  const known: string[] = [];
  for (let day = start; day <= last; day += 1) {
    for (const [source, medium, campaign, channel, keywords, volume] of SOURCES) {
      const count = random.poisson(volume * busyness(day, "DE", start));
      for (let i = 0; i < count; i += 1) {
        const isNew = known.length < 20 || random.chance(0.62);
        const visitor = isNew
          ? `p${(start % 1000) + known.length}.${random.whole(100_000, 999_999)}`
          : (known[Math.max(0, known.length - 1 - Math.floor(random.next() * 500))] as string);
        if (isNew) known.push(visitor);
        const country = (SHOPPERS[random.index(SHOPPERS.map(([, weight]) => weight))] as readonly [Country, number])[0];
        const device = DEVICES[random.index([0.66, 0.29, 0.05])] as ShopSession["device"];
        const pageViews = random.chance(0.38) ? 1 : 1 + random.poisson(4);
        const cart = pageViews > 2 && random.chance(0.16);
        const orders = cart && random.chance(0.38) ? 1 : 0;
        const forms = random.chance(0.012) ? 1 : 0;
        const newsletter = random.chance(0.02) ? 1 : 0;
        const videos = random.chance(0.06) ? 1 + random.poisson(0.4) : 0;
        const seconds = Math.round(random.around(pageViews === 1 ? 14 : 55, 0.9) * 10) / 10;
        // Half of the late sessions begin after 22:00 UTC: in Berlin they belong to the next day.
        const late = random.chance(0.03);
        const startUtc = late
          ? minuteOf(day, 22, random.whole(30, 59))
          : minuteOf(day, random.whole(5, 20), random.whole(0, 59));
        const on = berlinDay(startUtc);
        if (on > last) continue;
        sessions.push({
          key: "",
          startUtc,
          day: on,
          visitor,
          source,
          medium,
          campaign,
          channel,
          keyword: random.pick(keywords),
          country,
          device,
          landing: random.pick(LANDINGS),
          isNew,
          engaged: pageViews > 1 || seconds > 10 || orders + forms > 0,
          pageViews,
          seconds,
          orders,
          forms,
          newsletter,
          videos,
          cart,
          revenue: orders === 0 ? 0 : Math.round(random.around(190, 0.7) * 100) / 100,
        });
      }
    }
  }
  return sessions
    .sort((a, b) => a.startUtc - b.startUtc || (a.visitor < b.visitor ? -1 : 1))
    .map((session, i) => ({ ...session, key: `s-${String(i + 1).padStart(6, "0")}` }));
}
