import { type Day, type Minute, minuteOf } from "../calendar.ts";
import type { Country } from "../company.ts";
import type { Random } from "../random.ts";
import type { Person, Registration, Target, Webinar } from "../world.ts";
import { personName } from "./names.ts";

const SIGN_UP = "Webinar: sign-up form";
const DAY = 1440;

/** Joins of one person: some lose the line and come back, some watch on two screens, some look in and leave. */
function joinsOf(random: Random, { starts, minutes }: Webinar): Registration["joins"] {
  const ends = starts + minutes;
  const from = starts + random.whole(-6, 8);
  if (random.chance(0.06)) return [{ from, to: from + random.whole(1, 4) }];
  const to = Math.min(ends + random.whole(0, 4), from + Math.round(minutes * random.around(0.86, 0.3)));
  if (random.chance(0.12)) {
    const left = from + Math.max(3, Math.floor((to - from) / 2));
    const back = left + random.whole(1, 6);
    return back < to
      ? [
          { from, to: left },
          { from: back, to },
        ]
      : [{ from, to }];
  }
  if (random.chance(0.04))
    return [
      { from, to },
      { from: from + 10, to },
    ];
  return [{ from, to: Math.max(from + 1, to) }];
}

/** Who registered for each webinar: those it brought, people who used the sign-up form, known contacts, and strangers. */
export function simulateWebinars(
  random: Random,
  webinars: readonly Webinar[],
  people: readonly Person[],
  targets: readonly Target[],
  last: Day,
): Registration[] {
  const registrations: Registration[] = [];
  const end = minuteOf(last, 23, 0);
  const reachable = people.filter(({ email }) => email !== "");
  for (const [i, webinar] of webinars.entries()) {
    const { starts, tool } = webinar;
    const since = webinars[i - 1]?.starts ?? starts - 30 * DAY;
    const before = reachable.filter(
      ({ created, country }) => created < starts - 60 && webinar.countries.includes(country),
    );
    const brought = before.filter(
      (person) => person.created > since && (person.channel === "Webinar" || person.firstForm === SIGN_UP),
    );
    const known = before.filter((person) => person.created > starts - 300 * DAY && !brought.includes(person));
    const invited = random.whole(26, 42);
    const guests = known.length === 0 ? [] : Array.from({ length: invited }, () => random.pick(known));
    // Sales asks the people at target accounts by name.
    const asked = targets.filter(({ since }) => since * DAY <= starts).map(({ company }) => company);
    guests.push(...known.filter(({ company }) => company !== null && asked.includes(company) && random.chance(0.16)));
    const add = (
      person: Person | null,
      who: Pick<Registration, "email" | "first" | "last" | "country">,
      registered: Minute,
    ): void => {
      const late = registered > starts + webinar.minutes;
      const cancelled = !late && random.chance(0.025);
      const keen = person?.journeys.some(({ entered }) => entered.mql !== undefined) ?? false;
      const attends = !late && !cancelled && random.chance(keen ? 0.53 : 0.42);
      // Only ON24 keeps the recording.
      const replay = tool === "on24" && !cancelled && random.chance(late ? 0.85 : attends ? 0.05 : 0.24);
      const watched = Math.max(registered, starts + DAY) + random.whole(10, 6 * DAY);
      registrations.push({
        ...who,
        id: 0,
        webinar,
        person,
        registered,
        cancelled,
        joins: attends ? joinsOf(random, webinar) : [],
        archive: replay && watched < end ? random.whole(4, 55) : 0,
        watched: replay && watched < end ? watched : null,
        asked: attends && random.chance(keen ? 0.22 : 0.1),
      });
    };
    for (const person of [...new Set([...brought, ...guests])]) {
      const ours = brought.includes(person);
      const late = !ours && random.chance(0.12);
      const registered = late
        ? starts + webinar.minutes + random.whole(30, 4 * DAY)
        : ours
          ? person.created + random.whole(0, 3)
          : Math.max(person.created, starts - random.whole(60, 20 * DAY));
      if (registered > end) continue;
      add(person, { email: person.email, first: person.first, last: person.last, country: person.country }, registered);
      // Who forgot that they had registered does so again.
      if (!late && random.chance(0.02))
        add(
          person,
          { email: person.email, first: person.first, last: person.last, country: person.country },
          Math.min(starts - 5, registered + random.whole(5, 3 * DAY)),
        );
    }
    for (let n = random.whole(2, 6); n > 0; n -= 1) {
      const country = random.pick(webinar.countries) as Country;
      const { first, last } = personName(random, country);
      add(
        null,
        { email: `lotwerk-demo.guest${i}${n}@gmail.com`, first, last, country },
        starts - random.whole(60, 12 * DAY),
      );
    }
  }
  return registrations
    .sort(
      (a, b) => a.webinar.starts - b.webinar.starts || a.registered - b.registered || a.email.localeCompare(b.email),
    )
    .map((one, i) => ({ ...one, id: 310_000_000 + i * 7 }));
}
