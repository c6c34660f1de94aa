import type { Day } from "../calendar.ts";
import type { Country } from "../company.ts";
import type { Random } from "../random.ts";
import { DEVICES, type Read } from "../world.ts";
import { busyness } from "./season.ts";

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
