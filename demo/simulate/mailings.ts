import { addMonths, type Day, minuteOf, partsOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import { BOUGHT_LIST_MONTH } from "../stories.ts";
import type { Mailing } from "../world.ts";

interface Series {
  readonly tool: Mailing["tool"];
  readonly title: string;
  readonly list: string;
  readonly tags: string;
  readonly subjects: readonly string[];
  /** Readers at the start, and those who come a month. */
  readonly readers: number;
  readonly growth: number;
  /** Day of the month, hour, and every how many months. */
  readonly day: number;
  readonly hour: number;
  readonly every: number;
  /** Of the delivered: persons who open by themselves, whose mail program opens, who click. */
  readonly opens: number;
  readonly machines: number;
  readonly clicks: number;
}

const SERIES: readonly Series[] = [
  {
    tool: "mailchimp",
    title: "Newsletter DACH",
    list: "Newsletter Deutsch",
    tags: "",
    subjects: [
      "Wenn der Tank schweigt",
      "Neu: Radar für kleine Behälter",
      "Was andere Werke messen",
      "Drei Fehler am Silo",
    ],
    readers: 2150,
    growth: 46,
    day: 4,
    hour: 9,
    every: 1,
    opens: 0.24,
    machines: 0.15,
    clicks: 0.036,
  },
  {
    tool: "mailchimp",
    title: "Newsletter International",
    list: "Newsletter English",
    tags: "",
    subjects: [
      "When the tank goes quiet",
      "New: radar for small vessels",
      "What other plants measure",
      "Three silo mistakes",
    ],
    readers: 1480,
    growth: 52,
    day: 5,
    hour: 15,
    every: 1,
    opens: 0.2,
    machines: 0.19,
    clicks: 0.029,
  },
  {
    tool: "mailchimp",
    title: "Lettre d'information",
    list: "Newsletter Français",
    tags: "",
    subjects: ["Quand la cuve se tait", "Nouveau : radar pour petites cuves", "Ce que mesurent les autres sites"],
    readers: 520,
    growth: 11,
    day: 5,
    hour: 10,
    every: 2,
    opens: 0.23,
    machines: 0.13,
    clicks: 0.033,
  },
  {
    tool: "klaviyo",
    title: "Spare parts mailing",
    list: "Shop customers",
    tags: "shop",
    subjects: ["Probes before the season", "Cables, adapters, seals", "Calibration kit: 10 % this week"],
    readers: 1320,
    growth: 38,
    day: 17,
    hour: 8,
    every: 1,
    opens: 0.22,
    machines: 0.21,
    clicks: 0.041,
  },
  {
    tool: "klaviyo",
    title: "Trial accelerator",
    list: "Cloud trials",
    tags: "accelerator",
    subjects: ["Your first alarm in ten minutes", "Connect the second tank", "Ask an engineer"],
    readers: 150,
    growth: 9,
    day: 23,
    hour: 9,
    every: 1,
    opens: 0.36,
    machines: 0.18,
    clicks: 0.098,
  },
];

const part = (random: Random, of: number, share: number, spread = 0.1): number =>
  Math.min(of, Math.round(of * Math.min(0.95, random.around(share, spread))));

function idOf(random: Random, tool: Mailing["tool"]): string {
  const letters = tool === "mailchimp" ? "0123456789abcdef" : "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  let text = tool === "mailchimp" ? "" : "01J";
  const length = tool === "mailchimp" ? 10 : 26;
  while (text.length < length) text += letters[Math.floor(random.next() * letters.length)];
  return text;
}

/** Newsletters and shop mailings, as totals a mailing: the reports know no single reader. */
export function simulateMailings(random: Random, start: Day, last: Day): Mailing[] {
  const mailings: Mailing[] = [];
  for (const series of SERIES) {
    for (let i = 0, month = start; month <= last; i += series.every, month = addMonths(start, i)) {
      let day = month + series.day - 1;
      while ([0, 6].includes(partsOf(day).weekday)) day += 1;
      // A mailing's figures settle for two days before anybody reports them.
      if (day > last - 2) continue;
      const sent = random.poisson(series.readers + series.growth * i);
      // A bought address list went out with the newsletter once; it was not done again.
      const bought = series.title === "Newsletter International" && i === BOUGHT_LIST_MONTH;
      const hardBounces = random.binomial(sent, bought ? 0.052 : 0.005);
      const softBounces = random.binomial(sent, bought ? 0.019 : 0.007);
      const delivered = sent - hardBounces - softBounces;
      const people = part(random, delivered, series.opens * (bought ? 0.8 : 1));
      const machines = part(random, delivered - people, series.machines, 0.06);
      const clicks = Math.min(people, part(random, delivered, series.clicks, 0.16));
      const { year, month: number } = partsOf(day);
      const orders = series.tags === "shop" ? random.binomial(clicks, 0.07) : 0;
      mailings.push({
        id: idOf(random, series.tool),
        tool: series.tool,
        at: minuteOf(day, series.hour, random.whole(0, 29)),
        title: `${series.title} ${year}-${String(number).padStart(2, "0")}`,
        subject: series.subjects[(i / series.every) % series.subjects.length] ?? "",
        list: series.list,
        tags: series.tags,
        sent,
        softBounces,
        hardBounces,
        opens: people + machines,
        machineOpens: series.tool === "klaviyo" ? machines : null,
        totalOpens: Math.round((people + machines) * random.around(1.55, 0.06)),
        clicks,
        totalClicks: Math.round(clicks * random.around(1.3, 0.08)),
        unsubscribes: random.binomial(delivered, bought ? 0.009 : 0.0022),
        complaints: random.binomial(delivered, bought ? 0.0024 : 0.00025),
        orders,
        revenue: Math.round(orders * random.around(190, 0.2) * 100) / 100,
      });
    }
  }
  return mailings.sort((a, b) => a.at - b.at || a.title.localeCompare(b.title));
}
