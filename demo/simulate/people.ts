import { type Day, dayOfMinute, type Minute, minuteOf } from "../calendar.ts";
import {
  COMPANY,
  COMPETITOR_DOMAINS,
  COUNTRIES,
  type Country,
  CUSTOMER_DOMAINS,
  OFFLINE_SOURCES,
  OLD_CUSTOMER,
  OWNERS,
  WEB_SOURCES,
} from "../company.ts";
import type { Random } from "../random.ts";
import type { Company, Journey, Person, PersonKind, Session } from "../world.ts";
import { companyName, JOBS, personName } from "./names.ts";
import { fairOccasions, webinarsOf } from "./occasions.ts";
import { busyness } from "./season.ts";

const MINUTES_A_DAY = 1440;
const FORMS = [
  "Datasheet: download form",
  "Pricing: quote form",
  "Contact us",
  "Webinar: sign-up form",
  "Tank calculator: result form",
] as const;
const FREE_MAIL: Readonly<Record<Country, readonly string[]>> = {
  DE: ["gmx.de", "web.de", "gmail.com"],
  AT: ["gmx.at", "gmail.com"],
  CH: ["bluewin.ch", "gmail.com"],
  FR: ["orange.fr", "gmail.com"],
  US: ["gmail.com", "outlook.com", "yahoo.com"],
  CN: ["qq.com", "163.com"],
  JP: ["yahoo.co.jp", "gmail.com"],
};

interface Seed {
  readonly at: Minute;
  readonly country: Country;
  readonly channel: string;
  readonly origin: readonly [string, string, string];
  readonly quality: number;
  readonly form: string;
}

/** Channels whose contacts stand in a list of their own too, which says where they came from. */
export const LISTED: ReadonlySet<string> = new Set(["Content Syndication", "Event"]);

const QUALITY: Readonly<Record<string, number>> = {
  "Organic Search": 1.1,
  Direct: 1.15,
  "AI Assistant": 1.3,
  Referral: 1.05,
  "Organic Social": 0.75,
  Email: 1.05,
  "Paid Search": 0.9,
  "Paid Social": 0.7,
  "Paid Video": 0.55,
};

function webSeeds(random: Random, sessions: readonly Session[]): Seed[] {
  const seeds: Seed[] = [];
  for (const session of sessions) {
    // Some forms are filled in by people the CRM knows already.
    if (session.forms === 0 || random.chance(0.16)) continue;
    const source = WEB_SOURCES[session.from];
    if (source === undefined) continue;
    seeds.push({
      at: session.day * MINUTES_A_DAY + session.minute,
      country: session.country,
      channel: source.channel,
      origin: source.origin,
      quality: QUALITY[source.channel] ?? 1,
      form: random.pick(FORMS),
    });
  }
  return seeds;
}

/** The days of a fair, or those on which people register for a webinar, most of them in the last two weeks. */
function occasionDays(
  occasion: NonNullable<(typeof OFFLINE_SOURCES)[number]["occasion"]>,
  start: Day,
  last: Day,
): { readonly from: Day; readonly to: Day }[] {
  if (occasion !== "zoom" && occasion !== "on24")
    return fairOccasions(start, last).filter(({ fair }) => fair.id === occasion);
  return webinarsOf(start, last)
    .filter(({ tool }) => tool === occasion)
    .map(({ starts }) => {
      const day = dayOfMinute(starts);
      return { from: Math.max(start, day - 15), to: day - 1 };
    });
}

/** Who came before the exports begin came over the website, by sales or by partners: the lists are younger. */
function offlineSeeds(random: Random, since: Day, start: Day, last: Day): Seed[] {
  const seeds: Seed[] = [];
  for (const source of OFFLINE_SOURCES) {
    const weights = Object.entries(source.countries) as [Country, number][];
    const values = weights.map(([, weight]) => weight);
    const country = (): Country => (weights[random.index(values)] as [Country, number])[0];
    const add = (day: Day, from: Country): void => {
      seeds.push({
        at: minuteOf(day, random.whole(8, 17), random.whole(0, 59)),
        country: from,
        channel: source.channel,
        origin: source.origin,
        quality: source.quality,
        form: "",
      });
    };
    if (source.occasion !== undefined) {
      for (const { from, to } of occasionDays(source.occasion, start, last)) {
        const count = random.poisson(source.perMonth);
        for (let i = 0; i < count; i += 1) add(random.whole(from, to), country());
      }
      continue;
    }
    for (let day = LISTED.has(source.channel) ? start : since; day <= last; day += 1) {
      const one = country();
      const count = random.poisson((source.perMonth / 24) * busyness(day, one, start));
      for (let i = 0; i < count; i += 1) add(day, one);
    }
  }
  return seeds;
}

/** Companies by country; new ones appear as contacts do. */
class Register {
  readonly companies: Company[] = [];
  readonly #byCountry = new Map<Country, Company[]>(COUNTRIES.map((country) => [country, []]));
  readonly #random: Random;
  readonly #taken = new Set<string>([OLD_CUSTOMER.domain]);

  constructor(random: Random) {
    this.#random = random;
  }

  take(country: Country): Company {
    const own = this.#byCountry.get(country) as Company[];
    if (own.length > 6 && this.#random.chance(0.48)) {
      return own[Math.max(0, own.length - 1 - Math.floor(this.#random.next() * 140))] as Company;
    }
    const company: Company = {
      id: String(9_000_000_002 + this.companies.length),
      ...companyName(this.#random, country, this.#taken),
      country,
      size: this.#random.around(1, 0.55),
    };
    this.companies.push(company);
    own.push(company);
    return company;
  }
}

const workingTime = (random: Random, at: Minute): Minute => {
  let day = dayOfMinute(at);
  while ([0, 6].includes(new Date(day * 86_400_000).getUTCDay())) day += 1;
  const moved = minuteOf(day, random.whole(8, 18), random.whole(0, 59));
  return moved < at ? at + random.whole(5, 90) : moved;
};

/** Later by a log-normal number of days, in working hours. */
export const laterBy = (random: Random, at: Minute, medianDays: number, spread: number): Minute =>
  workingTime(random, at + Math.round(random.around(medianDays, spread) * MINUTES_A_DAY));

function journeyFrom(random: Random, lead: Minute, quality: number, end: Minute): Journey {
  const journey: Journey = { entered: { lead } };
  if (!random.chance(Math.min(0.85, 0.34 * quality))) return journey;
  const mql = laterBy(random, lead, 8, 1.1);
  if (mql > end) return journey;
  journey.entered.mql = mql;
  if (!random.chance(Math.min(0.75, 0.42 * quality))) return journey;
  const sql = laterBy(random, mql, 11, 0.9);
  if (sql <= end) journey.entered.sql = sql;
  return journey;
}

/** Sales calls most MQLs that left an address. */
const answersOf = (random: Random, journey: Journey, email: string): (boolean | null)[] =>
  journey.entered.mql === undefined || email === "" || random.chance(0.1)
    ? [null, null, null, null]
    : [0.85, 0.55, 0.6, 0.8].map((yes) => (random.chance(0.04) ? null : random.chance(yes)));

/** Contacts in the order in which they were created, with what stages they would reach by themselves. */
export function simulatePeople(
  random: Random,
  { since, start, last }: { readonly since: Day; readonly start: Day; readonly last: Day },
  sessions: readonly Session[],
): Person[] {
  const end = minuteOf(last, 23, 59);
  const register = new Register(random);
  const seeds = [...webSeeds(random, sessions), ...offlineSeeds(random, since, start, last)].sort(
    (a, b) => a.at - b.at,
  );
  const people: Person[] = [];
  const addresses = new Set<string>();
  let id = 100;
  for (const seed of seeds) {
    id += random.whole(1, 6);
    const kind: PersonKind = random.chance(0.004)
      ? "test"
      : random.chance(0.005)
        ? "internal"
        : random.chance(0.007)
          ? "competitor"
          : random.chance(0.004)
            ? "customer"
            : "prospect";
    const { first, last: family, local } = personName(random, seed.country);
    const free = kind === "prospect" && random.chance(0.08);
    const company = kind === "prospect" && !free ? register.take(seed.country) : null;
    const domain =
      kind === "test" || kind === "internal"
        ? COMPANY.domain
        : kind === "competitor"
          ? random.pick(COMPETITOR_DOMAINS)
          : kind === "customer"
            ? random.pick(CUSTOMER_DOMAINS)
            : (company?.domain ?? random.pick(FREE_MAIL[seed.country]));
    let email = "";
    // Who comes second under a name gets a number.
    for (let n = 1; email === "" || addresses.has(email); n += 1) {
      const name = n === 1 ? local : `${local}${n}`;
      email = kind === "test" ? `qa+${id}@${domain}` : free ? `lotwerk-demo.${name}@${domain}` : `${name}@${domain}`;
    }
    addresses.add(email);
    // As people type them: capitals and stray blanks; list imports may lack the address.
    if (random.chance(0.05)) email = `${email.charAt(0).toUpperCase()}${email.slice(1)} `;
    if (kind === "prospect" && seed.channel === "Event" && random.chance(0.06)) email = "";
    const subscribedFirst = kind === "prospect" && seed.channel === "Email" && random.chance(0.5);
    const subscriberOnly = subscribedFirst && random.chance(0.4);
    const lead = subscribedFirst ? laterBy(random, seed.at, 20, 0.8) : seed.at;
    const journey = subscriberOnly || lead > end ? { entered: {} } : journeyFrom(random, lead, seed.quality, end);
    // The form of one portal integration loses the original source.
    const unknown = kind === "prospect" && random.chance(0.012) && !LISTED.has(seed.channel);
    people.push({
      id,
      kind,
      email,
      first,
      last: family,
      job: random.pick(JOBS[seed.country]),
      company,
      country: seed.country,
      channel: unknown ? "" : seed.channel,
      origin: unknown ? ["", "", ""] : seed.origin,
      created: seed.at,
      subscribed: subscribedFirst ? seed.at : null,
      firstForm: seed.form,
      journeys: [journey],
      answers: answersOf(random, journey, email),
      aliases: [],
      owner: journey.entered.mql === undefined ? "" : random.pick(OWNERS[seed.country]),
    });
  }
  return people;
}
