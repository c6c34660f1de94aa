import { type Day, type Minute, minuteOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Journey, Person } from "../world.ts";
import { laterBy } from "./people.ts";

/** Marketing disqualifies leads that do not fit. */
function disqualify(random: Random, journey: Journey, lead: Minute, end: Minute): void {
  if (!random.chance(0.72)) return;
  const lost = laterBy(random, lead + 120, 9, 0.9);
  if (lost <= end) journey.lost = lost;
}

/** The journey that a recycled person begins later; null where there is none yet. */
function comeAgain(random: Random, recycled: Minute, end: Minute): Journey | null {
  if (!random.chance(0.42)) return null;
  const back = laterBy(random, recycled + 1440, 40, 0.6);
  const mql = laterBy(random, back, 5, 0.7);
  if (mql > end) return null;
  const again: Journey = { entered: { mql } };
  // Where nobody set the person back to lead, the second journey begins with the MQL.
  if (random.chance(0.75)) again.entered.lead = back;
  const sql = laterBy(random, mql, 9, 0.8);
  if (random.chance(0.45) && sql <= end) again.entered.sql = sql;
  return again;
}

/** Sales sends leads that went quiet back to marketing; some of them come again. */
export function recycle(random: Random, people: readonly Person[], last: Day): void {
  const end = minuteOf(last, 23, 59);
  for (const person of people) {
    const journey = person.journeys[0];
    if (person.kind !== "prospect" || journey === undefined || journey.entered.opportunity !== undefined) continue;
    const { lead, mql, sql } = journey.entered;
    if (mql === undefined) {
      if (lead !== undefined) disqualify(random, journey, lead, end);
      continue;
    }
    if (!random.chance(sql === undefined ? 0.2 : 0.7)) continue;
    const recycled = laterBy(random, (sql ?? mql + 45 * 1440) + 1440, 25, 0.5);
    if (recycled > end) continue;
    journey.recycled = recycled;
    const again = comeAgain(random, recycled, end);
    if (again !== null) person.journeys.push(again);
  }
}
