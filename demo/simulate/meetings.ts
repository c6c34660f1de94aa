import { type Day, minuteOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { Meeting, Person } from "../world.ts";
import { laterBy } from "./people.ts";

/** Demos that MQLs book; each lies within the journey it belongs to. */
export function simulateMeetings(random: Random, people: readonly Person[], last: Day): Meeting[] {
  const end = minuteOf(last, 23, 59);
  const meetings: Meeting[] = [];
  for (const person of people) {
    if (person.kind !== "prospect") continue;
    for (const journey of person.journeys) {
      const mql = journey.entered.mql;
      if (mql === undefined || !random.chance(journey.entered.sql === undefined ? 0.16 : 0.72)) continue;
      const booked = laterBy(random, mql + 60, 4, 0.8);
      const latest = Math.min(end, journey.recycled ?? end, journey.lost ?? end, journey.entered.won ?? end) - 2880;
      if (booked > latest) continue;
      const held = laterBy(random, booked + 1440, 5, 0.6);
      const status =
        held > end
          ? random.chance(0.95)
            ? "booked"
            : "cancelled"
          : (["held", "no_show", "cancelled"] as const)[random.index([78, 13, 9])];
      meetings.push({ id: "", person, booked, held, status: status ?? "held" });
      // Who did not turn up is asked again.
      if (status === "no_show" && random.chance(0.5)) {
        const again = laterBy(random, held + 1440, 2, 0.5);
        const on = laterBy(random, again + 1440, 4, 0.5);
        if (again <= latest)
          meetings.push({ id: "", person, booked: again, held: on, status: on > end ? "booked" : "held" });
      }
    }
  }
  return meetings
    .sort((a, b) => a.booked - b.booked || a.person.id - b.person.id)
    .map((meeting, i) => ({ ...meeting, id: `M-${String(i + 1).padStart(5, "0")}` }));
}
