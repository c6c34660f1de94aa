import { type Day, partsOf } from "../calendar.ts";
import type { Country } from "../company.ts";
import type { Random } from "../random.ts";
import { DEVICES, type Post, type Read } from "../world.ts";
import { busyness, isWorkday } from "./season.ts";

const PAGES = [
  "/knowledge/ultrasonic-or-radar",
  "/knowledge/level-measurement-basics",
  "/knowledge/foam-and-turbulence",
  "/wissen/fuellstand-im-silo",
  "/wissen/explosionsschutz",
  "/zh/knowledge/yewei-celiang",
  "/cases/municipal-water",
] as const;
const ORIGINS: readonly (readonly [string, string, string, number])[] = [
  ["google", "organic", "Organic Search", 60],
  ["(direct)", "(none)", "Direct", 20],
  ["newsletter", "email", "Email", 12],
  ["linkedin", "social", "Organic Social", 8],
];
const READERS: readonly (readonly [Country, number])[] = [
  ["DE", 42],
  ["FR", 14],
  ["US", 26],
  ["CN", 10],
  ["JP", 8],
];

/** A sample of the reads of the knowledge pages, as the reading meter recorded them. */
export function simulateReads(random: Random, start: Day, last: Day): Read[] {
  const reads: Read[] = [];
  for (let day = start; day <= last; day += 1) {
    const count = random.poisson(14 * busyness(day, "DE", start));
    for (let i = 0; i < count; i += 1) {
      const [source, medium, channel] = ORIGINS[
        random.index(ORIGINS.map(([, , , weight]) => weight))
      ] as (typeof ORIGINS)[number];
      const depth = Math.min(100, Math.max(3, Math.round(55 + 28 * random.normal())));
      reads.push({
        day,
        reader: `r${random.whole(1, 6000)}`,
        page: random.pick(PAGES),
        source,
        medium,
        channel,
        country: (READERS[random.index(READERS.map(([, weight]) => weight))] as readonly [Country, number])[0],
        device: DEVICES[random.index([0.64, 0.32, 0.04])] as Read["device"],
        seconds: Math.round(random.around(52 + depth * 0.5, 0.7) * 10) / 10,
        depth,
      });
    }
  }
  return reads;
}

const NETWORKS: readonly (readonly [string, Country, number, number])[] = [
  ["linkedin", "DE", 4200, 1500],
  ["weixin", "CN", 2600, 1900],
  ["x", "US", 900, 350],
];
const TITLES = ["Customer story", "How it works", "Product news", "Fair report", "Hiring", "水位测量小知识"] as const;

export function simulatePosts(random: Random, start: Day, last: Day): Post[] {
  const posts: Post[] = [];
  for (const [network, country, audience, reach] of NETWORKS) {
    let followers = audience;
    for (let day = start; day <= last; day += 1) {
      const { weekday } = partsOf(day);
      if (!isWorkday(day) || (weekday !== 2 && weekday !== 4)) continue;
      const views = Math.round(random.around(reach * (followers / audience), 0.6));
      const gained = random.poisson(followers * 0.0024) - (random.chance(0.3) ? random.whole(1, 4) : 0);
      followers += gained;
      posts.push({
        day,
        network,
        channel: "Organic Social",
        country,
        title: random.pick(TITLES),
        views,
        likes: random.poisson(views * 0.016),
        shares: random.poisson(views * 0.0021),
        comments: random.poisson(views * 0.0013),
        gained,
        followers,
      });
    }
  }
  return posts.sort((a, b) => a.day - b.day || a.network.localeCompare(b.network));
}
