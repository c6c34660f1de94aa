import { type Day, dayOfMinute } from "../calendar.ts";
import { OFFLINE_SOURCES } from "../company.ts";
import type { Random } from "../random.ts";
import type { FairVisit, Person, StandCount } from "../world.ts";
import { fairOccasions } from "./occasions.ts";

/** Everybody who left an address at a stand: new contacts, and leads that the company knew already. */
export function simulateFairs(random: Random, people: readonly Person[], start: Day, last: Day): FairVisit[] {
  const visits: FairVisit[] = [];
  for (const { fair, name, from, to } of fairOccasions(start, last)) {
    const origin = OFFLINE_SOURCES.find(({ occasion }) => occasion === fair.id)?.origin[2];
    const reachable = people.filter((person) => person.email !== "" && person.kind === "prospect");
    const fresh = reachable.filter((person) => {
      const day = dayOfMinute(person.created);
      return person.origin[2] === origin && day >= from && day <= to;
    });
    const countries = new Set(fresh.map(({ country }) => country));
    // Who was sent back would begin a new journey at the stand; the hosts look that up and send them to sales instead.
    const known = reachable.filter((person) => {
      const [journey] = person.journeys;
      const lead = journey?.entered.lead;
      return (
        lead !== undefined &&
        dayOfMinute(lead) < from - 20 &&
        journey?.recycled === undefined &&
        person.channel !== "" &&
        countries.has(person.country) &&
        person.company !== null
      );
    });
    const again = new Set(Array.from({ length: Math.round(fresh.length * 0.14) }, () => random.pick(known)));
    for (const person of [...fresh, ...again]) {
      if (person === undefined) continue;
      const fresher = !again.has(person);
      visits.push({
        fair: name,
        place: fair.id,
        day: fresher ? dayOfMinute(person.created) : random.whole(from, to),
        person,
        talk: random.chance(0.58),
        items: random.whole(0, 3),
        host: random.pick(["jana", "tobias", "marcus", "siyuan"]),
      });
      // The badge was scanned on two days.
      if (fresher && random.chance(0.03)) {
        const visit = visits.at(-1) as FairVisit;
        if (visit.day < to) visits.push({ ...visit, day: to, items: 1 });
      }
    }
  }
  return visits.sort((a, b) => a.day - b.day || a.person.id - b.person.id);
}

/** The counts of the stands that count; more people talk than leave an address. */
export function simulateStands(random: Random, visits: readonly FairVisit[], start: Day, last: Day): StandCount[] {
  return fairOccasions(start, last).flatMap(({ fair, name, from }) =>
    fair.items === null
      ? []
      : [
          {
            fair: name,
            place: fair.id,
            day: from,
            items: Math.round(random.around(fair.items, 0.08)),
            talks: visits.filter((visit) => visit.fair === name && visit.talk).length + random.whole(35, 80),
          },
        ],
  );
}
