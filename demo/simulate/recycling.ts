import { type Day, minuteOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Journey, Person } from "../world.ts";
import { laterBy } from "./people.ts";

/** Sales sends MQLs that went quiet back to marketing; some of them come again. */
export function recycle(random: Random, people: readonly Person[], last: Day): void {
  const end = minuteOf(last, 23, 59);
  for (const person of people) {
    const journey = person.journeys[0];
    if (person.kind !== "prospect" || journey?.entered.mql === undefined) continue;
    if (journey.entered.opportunity !== undefined || !random.chance(0.16)) continue;
    const recycled = laterBy(random, Math.max(journey.entered.mql, journey.entered.sql ?? 0) + 50 * 1440, 25, 0.5);
    if (recycled > end) continue;
    journey.recycled = recycled;
    if (!random.chance(0.42)) continue;
    const back = laterBy(random, recycled + 1440, 40, 0.6);
    const again: Journey = { entered: {} };
    const mql = laterBy(random, back, 5, 0.7);
    if (mql > end) continue;
    // Where nobody set the person back to lead, the second journey begins with the MQL.
    if (random.chance(0.75)) again.entered.lead = back;
    again.entered.mql = mql;
    if (random.chance(0.45)) {
      const sql = laterBy(random, mql, 9, 0.8);
      if (sql <= end) again.entered.sql = sql;
    }
    person.journeys.push(again);
  }
}
