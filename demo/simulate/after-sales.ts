import { type Day, dayOf, dayOfMinute, type Minute, minuteOf, partsOf } from "../calendar.ts";
import { type Country, CURRENCY_OF } from "../company.ts";
import type { Random } from "../random.ts";
import type { Company, Deal, Payment, Subscription } from "../world.ts";
import { companyName } from "./names.ts";

const LEGACY_FROM = dayOf("2022-02-01");
const PRICE: Readonly<Record<string, readonly [number, number]>> = {
  EUR: [740, 10],
  USD: [810, 10],
  CNY: [5600, 10],
  JPY: [112_000, 500],
};

function id(random: Random, prefix: string): string {
  const letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";
  let text = prefix;
  for (let i = 0; i < 14; i += 1) text += letters[Math.floor(random.next() * letters.length)];
  return text;
}

/** The same day of a month `n` months later, or that month's last. */
function monthsLater(at: Minute, n: number): Minute {
  const { year, month, day } = partsOf(dayOfMinute(at));
  const length = new Date(Date.UTC(year, month - 1 + n + 1, 0)).getUTCDate();
  return (Date.UTC(year, month - 1 + n, Math.min(day, length)) / 86_400_000) * 1440 + (at % 1440);
}

export function simulateSubscriptions(
  random: Random,
  { start, last }: { readonly start: Day; readonly last: Day },
  companies: readonly Company[],
  deals: readonly Deal[],
): Subscription[] {
  const end = minuteOf(last, 20, 0);
  const subscriptions: Subscription[] = [];
  const add = (
    name: string,
    email: string,
    country: Country,
    company: Deal["company"] | null,
    size: number,
    startUtc: Minute,
  ): void => {
    const currency = CURRENCY_OF[country];
    const [price, step] = PRICE[currency] as readonly [number, number];
    const yearly = random.chance(0.3);
    const term = yearly ? 12 : 1;
    let endUtc: Minute | null = null;
    for (let month = term; monthsLater(startUtc, month) <= end; month += term) {
      // Younger customers leave sooner.
      if (random.chance(1 - (1 - (month < 13 ? 0.022 : 0.012)) ** term)) {
        endUtc = monthsLater(startUtc, month);
        break;
      }
    }
    subscriptions.push({
      id: id(random, "sub_"),
      customer: id(random, "cus_"),
      name,
      email,
      country,
      company,
      startUtc,
      endUtc,
      canceledUtc: endUtc === null ? null : Math.max(startUtc + 60, endUtc - random.whole(2, 25) * 1440),
      mrr: Math.max(step, Math.round((price * size * random.around(1, 0.35)) / step) * step),
      interval: yearly ? "year" : "month",
      currency,
    });
  };
  const taken = new Set(companies.map(({ domain }) => domain));
  // Customers from before the CRM: the billing system knows them, the CRM does not.
  for (let i = 0; i < 96; i += 1) {
    const day = random.whole(LEGACY_FROM, start - 20);
    const country = random.pick(["DE", "DE", "DE", "FR", "US", "US", "CN", "JP", "AT", "CH"] as const);
    const { name, domain } = companyName(random, country, taken);
    add(
      name,
      `accounts@${domain}`,
      country,
      null,
      random.around(1, 0.5),
      minuteOf(day, random.whole(8, 16), random.whole(0, 59)),
    );
  }
  for (const deal of deals) {
    if (deal.kind !== "real" || deal.type !== "new" || deal.status !== "won") continue;
    const buyer = deal.people.find((person) => person.email !== "");
    const email = buyer?.email.trim().toLowerCase() ?? `billing@${deal.company.domain}`;
    // Started on the day the contract was signed; two hours earlier on the clock of UTC at most.
    add(
      deal.company.name,
      email,
      deal.country,
      deal.company,
      deal.company.size,
      dayOfMinute(deal.close) * 1440 + random.whole(8, 19) * 60,
    );
  }
  return subscriptions.sort((a, b) => a.startUtc - b.startUtc || a.id.localeCompare(b.id));
}

export function simulatePayments(
  random: Random,
  start: Day,
  last: Day,
  subscriptions: readonly Subscription[],
): Payment[] {
  const end = minuteOf(last, 22, 30);
  const payments: Payment[] = [];
  for (const subscription of subscriptions) {
    const term = subscription.interval === "year" ? 12 : 1;
    for (let month = 0; ; month += term) {
      const due = monthsLater(subscription.startUtc, month);
      if (due > end || (subscription.endUtc !== null && due >= subscription.endUtc)) break;
      // One payment run in twelve books just before midnight UTC: in Berlin that is the next day.
      const atUtc = random.chance(0.08)
        ? dayOfMinute(due) * 1440 + random.whole(22 * 60 + 5, 23 * 60 + 55)
        : due + random.whole(0, 59);
      if (dayOfMinute(atUtc) < start || atUtc > end) continue;
      const amount = subscription.mrr * term;
      const base = { subscription, currency: subscription.currency, amount, mode: "Live" as const };
      if (random.chance(0.03)) {
        payments.push({
          ...base,
          id: id(random, "ch_"),
          atUtc,
          refunded: 0,
          status: "Failed",
          text: "The bank returned the decline code do_not_honor.",
        });
        const again = atUtc + random.whole(1, 3) * 1440;
        if (again > end) continue;
        payments.push({
          ...base,
          id: id(random, "ch_"),
          atUtc: again,
          refunded: 0,
          status: "Paid",
          text: "Payment complete.",
        });
        continue;
      }
      const refund = random.chance(0.015);
      const partly = refund && random.chance(0.4);
      payments.push({
        ...base,
        id: id(random, "ch_"),
        atUtc,
        refunded: refund ? (partly ? Math.round(amount / 4) : amount) : 0,
        status: refund && !partly ? "Refunded" : "Paid",
        text: "Payment complete.",
      });
    }
  }
  const sample = subscriptions[0];
  if (sample !== undefined) {
    for (let i = 0; i < 14; i += 1) {
      payments.push({
        id: id(random, "ch_"),
        subscription: sample,
        atUtc: minuteOf(random.whole(start + 1, last - 1), 10, 30),
        amount: 4_242.42,
        refunded: 0,
        currency: "EUR",
        mode: "Test",
        status: "Paid",
        text: "Payment complete.",
      });
    }
  }
  return payments.sort((a, b) => a.atUtc - b.atUtc || a.id.localeCompare(b.id));
}
