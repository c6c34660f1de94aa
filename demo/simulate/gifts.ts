import { addMonths, type Day, dayOfMinute, partsOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Gift, Person, Target } from "../world.ts";

interface Kind {
  readonly campaign: string;
  readonly type: Gift["type"];
  readonly name: string;
  readonly countries: readonly string[];
  readonly currency: Gift["currency"];
  readonly value: number;
  readonly shipping: number;
  readonly claims: number;
}

const KINDS: readonly Kind[] = [
  {
    campaign: "Pegelglas-Box DACH",
    type: "physical",
    name: "Gauge glass in a wooden box",
    countries: ["DE", "AT", "CH"],
    currency: "EUR",
    value: 38,
    shipping: 11.5,
    claims: 0.46,
  },
  {
    campaign: "Coffee eGift US",
    type: "egift",
    name: "Coffee card",
    countries: ["US"],
    currency: "USD",
    value: 25,
    shipping: 0,
    claims: 0.37,
  },
];

/** Months from the first on in which gifts are sent. */
const WAVES = [3, 6, 10, 13, 16, 19, 22] as const;

/** Gifts to people whom marketing has qualified and sales has not closed, and to target accounts. What nobody claims costs nothing. */
export function simulateGifts(
  random: Random,
  people: readonly Person[],
  targets: readonly Target[],
  start: Day,
  last: Day,
): Gift[] {
  const wanted = new Set(targets.flatMap(({ company }) => (company === null ? [] : [company])));
  const gifts: Gift[] = [];
  for (const [wave, offset] of WAVES.entries()) {
    let sent = addMonths(start, offset) + 8;
    while ([0, 6].includes(partsOf(sent).weekday)) sent += 1;
    for (const kind of KINDS) {
      const pool = people.filter(({ kind: who, email, company, country, created, journeys }) => {
        const mql = journeys[0]?.entered.mql;
        const day = mql === undefined ? Number.POSITIVE_INFINITY : dayOfMinute(mql);
        return (
          who === "prospect" &&
          email !== "" &&
          company !== null &&
          kind.countries.includes(country) &&
          journeys[0]?.entered.won === undefined &&
          ((day > sent - 75 && day < sent) || (wanted.has(company) && dayOfMinute(created) < sent - 20))
        );
      });
      const chosen = pool.filter(() => random.chance(Math.min(1, 32 / Math.max(1, pool.length))));
      for (const person of chosen) {
        const lost = random.chance(0.04);
        const delivered = lost ? null : sent + (kind.type === "egift" ? 0 : random.whole(2, 7));
        const ready = person.journeys[0]?.entered.sql !== undefined;
        const claims = delivered !== null && random.chance(kind.claims + (ready ? 0.12 : -0.06));
        const claimed = claims && delivered !== null ? delivered + random.whole(0, 9) : null;
        const met = claimed !== null && random.chance(0.24) ? claimed + random.whole(2, 24) : null;
        const status = lost
          ? "undeliverable"
          : claims
            ? "redeemed"
            : kind.type === "egift" && sent + 60 < last
              ? "expired"
              : "delivered";
        gifts.push({
          id: `sg_${1000 + gifts.length * 3 + wave}`,
          campaign: kind.campaign,
          type: kind.type,
          name: kind.name,
          person,
          tier: ready ? "A" : "B",
          status,
          sent,
          delivered,
          claimed: claimed !== null && claimed <= last ? claimed : null,
          met: met !== null && met <= last ? met : null,
          value: kind.value,
          cost: status === "expired" || status === "undeliverable" ? 0 : kind.value + kind.shipping,
          currency: kind.currency,
        });
      }
    }
  }
  return gifts;
}
