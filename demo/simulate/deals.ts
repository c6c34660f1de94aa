import { type Day, type Minute, minuteOf } from "../calendar.ts";
import { COMPANY, CURRENCY_OF, OWNERS } from "../company.ts";
import type { Random } from "../random.ts";
import type { Company, Deal, DealType, Person } from "../world.ts";
import { laterBy } from "./people.ts";

const DAY = 1440;
/** What one EUR of list price is on the price list in each currency. */
const LIST: Readonly<Record<string, number>> = { EUR: 1, USD: 1.1, CNY: 7.6, JPY: 150 };

export const SALES_STAGES = [
  "Appointment Scheduled",
  "Qualified To Buy",
  "Presentation Scheduled",
  "Contract Sent",
] as const;

const round = (value: number, to: number): number => Math.round(value / to) * to;

function stagesOf(random: Random, created: Minute, close: Minute, status: Deal["status"], end: Minute): Deal["stages"] {
  const stages: { stage: string; at: Minute }[] = [{ stage: SALES_STAGES[0], at: created }];
  const reached = status === "won" ? 4 : random.whole(1, 4);
  for (let i = 1; i < reached; i += 1) {
    const at = created + Math.round(((close - created) * i) / (reached + 1));
    // Sales people skip stages.
    if (at > end || random.chance(0.15)) continue;
    stages.push({ stage: SALES_STAGES[i] as string, at });
  }
  if (status !== "open") stages.push({ stage: status === "won" ? "Closed Won" : "Closed Lost", at: close });
  return stages;
}

const BUYS: Readonly<Record<string, number>> = { DE: 0.34, AT: 0.33, CH: 0.35, FR: 0.26, US: 0.29, CN: 0.24, JP: 0.3 };

export function simulateDeals(random: Random, people: readonly Person[], last: Day): Deal[] {
  const end = minuteOf(last, 23, 59);
  const deals: Deal[] = [];
  const taken = new Set<Company>();
  const colleagues = Map.groupBy(
    people.filter((person) => person.company !== null),
    (person) => person.company as Company,
  );
  let number = 4_000_000_100;
  const add = (deal: Omit<Deal, "id" | "stages" | "name" | "kind" | "owner" | "currency">): Deal => {
    number += random.whole(1, 40);
    const made: Deal = {
      ...deal,
      id: number,
      name: `${deal.company.name} - ${deal.type === "new" ? "New Deal" : deal.type === "renewal" ? "Renewal" : "Expansion"}`,
      currency: CURRENCY_OF[deal.country],
      stages: stagesOf(random, deal.created, deal.close, deal.status, end),
      owner: random.pick(OWNERS[deal.country]),
      kind: "real",
    };
    deals.push(made);
    return made;
  };
  const amountOf = (company: Company, scale: number): number => {
    const currency = CURRENCY_OF[company.country];
    return round(
      14_500 * company.size * scale * random.around(1, 0.3) * (LIST[currency] ?? 1),
      currency === "JPY" ? 10_000 : 50,
    );
  };
  const close = (created: Minute, type: DealType, yes: number): { status: Deal["status"]; close: Minute } => {
    const won = random.chance(yes);
    const at = laterBy(random, created, type === "new" ? (won ? 58 : 71) : 26, 0.55);
    // Nobody moved the expected close of some deals that are overdue.
    const due = end - random.whole(2, 75) * DAY;
    const overdue = random.chance(0.14) && created + 10 * DAY < due;
    return at > end ? { status: "open", close: overdue ? due : at } : { status: won ? "won" : "lost", close: at };
  };

  const ready = people
    .filter(
      (person) =>
        person.kind === "prospect" && person.company !== null && person.journeys[0]?.entered.sql !== undefined,
    )
    .sort((a, b) => (a.journeys[0]?.entered.sql ?? 0) - (b.journeys[0]?.entered.sql ?? 0) || a.id - b.id);
  for (const person of ready) {
    const company = person.company as Company;
    const journey = person.journeys[0];
    const sql = journey?.entered.sql;
    if (journey === undefined || sql === undefined || taken.has(company) || !random.chance(0.78)) continue;
    const created = laterBy(random, sql, 6, 0.7);
    if (created > end) continue;
    taken.add(company);
    const others =
      person.channel === "" || person.subscribed !== null
        ? []
        : (colleagues.get(company) ?? []).filter(
            (other) =>
              other !== person &&
              other.channel !== "" &&
              other.subscribed === null &&
              (other.journeys[0]?.entered.mql ?? Number.POSITIVE_INFINITY) <= created,
          );
    const group = [person, ...others].sort((a, b) => a.created - b.created || a.id - b.id);
    const result = close(created, "new", BUYS[company.country] ?? 0.3);
    for (const member of group) {
      const own = member.journeys[0];
      if (own === undefined) continue;
      own.entered.opportunity = created;
      if ((own.entered.sql ?? 0) > created) delete own.entered.sql;
      if (result.status === "won") own.entered.won = result.close;
      if (result.status === "lost") own.lost = result.close;
    }
    const deal = add({
      type: "new",
      company,
      people: group,
      channel: (group.find((member) => member.channel !== "") ?? person).channel,
      country: company.country,
      amount: result.status === "open" && random.chance(0.12) ? null : amountOf(company, 1),
      created,
      ...result,
    });
    if (deal.status !== "won") continue;
    for (const [type, after, scale, yes, likely] of [
      ["expansion", 150, 0.45, 0.62, 0.5],
      ["renewal", 345, 0.7, 0.86, 0.8],
    ] as const) {
      if (!random.chance(likely)) continue;
      const from = laterBy(random, deal.close + after * DAY, 12, 0.6);
      if (from > end) continue;
      add({
        type,
        company,
        people: group.slice(0, 1),
        channel: deal.channel,
        country: company.country,
        amount: amountOf(company, scale),
        created: from,
        ...close(from, type, yes),
      });
    }
  }

  // A deal that somebody made to try the pipeline.
  const tester = people.find((person) => person.kind === "test" && person.created + 20 * DAY < end);
  if (tester !== undefined) {
    const own: Company = {
      id: COMPANY.companyId,
      name: COMPANY.name,
      domain: COMPANY.domain,
      country: tester.country,
      size: 1,
    };
    const created = tester.created + 2 * DAY;
    const made = add({
      type: "new",
      company: own,
      people: [tester],
      channel: tester.channel,
      country: tester.country,
      amount: 999_999,
      created,
      status: "won",
      close: created + 9 * DAY,
    });
    deals[deals.indexOf(made)] = { ...made, name: "TEST please ignore", kind: "test" };
  }
  return deals.sort((a, b) => a.created - b.created || a.id - b.id);
}
