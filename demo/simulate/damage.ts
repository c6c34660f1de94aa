import { type Day, minuteOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Person } from "../world.ts";
import { LISTED } from "./people.ts";

/** What a CRM that people work in looks like: stages skipped and out of order, and the same person twice. */
export function damage(random: Random, people: readonly Person[], last: Day, mergedFrom: Day): void {
  const end = minuteOf(last, 23, 59);
  for (const person of people) {
    const journey = person.journeys[0];
    if (person.kind !== "prospect" || journey === undefined) continue;
    const { lead, mql, sql } = journey.entered;
    if (mql !== undefined && sql !== undefined && journey.recycled === undefined) {
      if (random.chance(0.06)) delete journey.entered.mql;
      // Sales accepted first; the score passed the threshold days later.
      else if (random.chance(0.02) && sql + 3 * 1440 < (journey.entered.opportunity ?? end))
        journey.entered.mql = sql + 2 * 1440;
    }
    if (journey.entered.mql !== undefined && random.chance(0.03) && !LISTED.has(person.channel))
      delete journey.entered.lead;
    // A merged record keeps the older day of both, so that only who was a lead at once is doubled here.
    if (journey.entered.lead === undefined || lead !== person.created || person.email === "") continue;
    if (person.created < (mergedFrom - 30) * 1440 && random.chance(0.012)) {
      const count = random.chance(0.3) ? 2 : 1;
      for (let i = 1; i <= count; i += 1) {
        const created = person.created + random.whole(1, 9) * 1440 + random.whole(0, 300);
        person.aliases.push({
          id: 8_000_000 + person.id * 3 + i,
          email: person.email.trim().toLowerCase().replace("@", `.alt${i}@`),
          lead: created,
          created,
        });
      }
    }
  }
}
