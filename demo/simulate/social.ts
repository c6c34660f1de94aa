import { type Day, partsOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Audience, Network, Post } from "../world.ts";
import { busyness } from "./season.ts";

interface Account {
  readonly network: Network;
  readonly country: "DE" | "CN" | "US";
  readonly weekdays: readonly number[];
  readonly reach: number;
  /** Of the views: likes, shares, comments, clicks. */
  readonly reacts: readonly [number, number, number, number];
  readonly authors: readonly string[];
  readonly titles: readonly string[];
  readonly followers: number;
  /** Share of the followers that a week brings. */
  readonly growth: number;
}

const ACCOUNTS: readonly Account[] = [
  {
    network: "linkedin",
    country: "DE",
    weekdays: [2, 4],
    reach: 1500,
    reacts: [0.019, 0.0022, 0.0014, 0.021],
    authors: ["Jana Köhler", "Tobias Brandt"],
    titles: [
      "Why a radar sensor sees through foam",
      "Customer story: 14 reservoirs, one dashboard",
      "We are hiring: application engineer, Hamburg",
      "Three mistakes in silo measurement",
      "Behind the scenes: calibration day",
      "What a dry pump really costs",
      "Meet us at the fair",
      "New: ATEX zone 1 for small vessels",
      "Tank farm or spreadsheet? A checklist",
      "Five questions to ask before you buy a level sensor",
    ],
    followers: 4200,
    growth: 0.0052,
  },
  {
    network: "weixin",
    country: "CN",
    weekdays: [3],
    reach: 1900,
    reacts: [0.018, 0.034, 0.0021, 0],
    authors: [""],
    titles: [
      "液位计选型：超声波还是雷达？",
      "水厂案例｜一个班组管理十四座水池",
      "测深科技亮相环博会，展台现场直击",
      "罐区防爆测量的五个常见误区",
      "工程师手记：泡沫工况怎么测",
      "新品｜小型罐体雷达液位计",
      "云平台上手教程：十分钟接入第一个罐",
      "客户问答：防溢报警为什么总误报",
    ],
    followers: 2600,
    growth: 0.0061,
  },
  {
    network: "x",
    country: "US",
    weekdays: [2, 5],
    reach: 380,
    reacts: [0.012, 0.0024, 0.0012, 0.009],
    authors: [""],
    titles: [
      "Foam, steam, turbulence: the hard cases, in one thread",
      "Radar for small vessels is out",
      "Booth news from the expo floor",
      "Tank level from your phone, 30 second demo",
      "A utility cut truck rolls by a third. How:",
      "Webinar tomorrow: calibration without stopping the plant",
    ],
    followers: 900,
    growth: 0.0018,
  },
];

/** What the accounts of the company posted; LinkedIn posts are boosted now and then. */
export function simulatePosts(random: Random, start: Day, last: Day): Post[] {
  const posts: Post[] = [];
  for (const { network, country, weekdays, reach, reacts, authors, titles } of ACCOUNTS) {
    for (let day = start, n = 0; day <= last; day += 1) {
      // Whoever is on holiday posts nothing.
      if (!weekdays.includes(partsOf(day).weekday) || busyness(day, country, day) < 0.55) continue;
      const sponsored = network === "linkedin" && random.chance(0.06);
      const age = (day - start) / 730;
      const views = Math.round(random.around(reach * (1 + 0.5 * age) * (sponsored ? 9 : 1), 0.55));
      const [likes, shares, comments, clicks] = reacts;
      posts.push({
        id: `${7_250_000 + day * 3 + n}${String(random.whole(0, 999_999_999_999)).padStart(12, "0")}`,
        day,
        network,
        channel: "Organic Social",
        title: titles[n % titles.length] ?? "",
        author: authors[n % authors.length] ?? "",
        sponsored,
        views,
        clicks: random.poisson(views * clicks),
        likes: random.poisson(views * likes),
        shares: random.poisson(views * shares),
        comments: random.poisson(views * comments),
        follows: random.poisson(views * 0.0011),
      });
      n += 1 + (random.chance(0.3) ? 1 : 0);
    }
  }
  return posts.sort((a, b) => a.day - b.day || a.network.localeCompare(b.network));
}

/** The followers of every account, noted on Fridays; some weeks lose more than they gain. */
export function simulateAudiences(random: Random, start: Day, last: Day): Audience[] {
  const audiences: Audience[] = [];
  for (const { network, country, followers: first, growth } of ACCOUNTS) {
    let followers = first;
    for (let day = start; day <= last; day += 1) {
      if (partsOf(day).weekday !== 5) continue;
      const gained =
        random.poisson(followers * growth * busyness(day, country, day)) - random.poisson(followers * 0.001);
      followers += gained;
      audiences.push({ day, network, channel: "Organic Social", gained, followers });
    }
  }
  return audiences.sort((a, b) => a.day - b.day || a.network.localeCompare(b.network));
}
