import { addMonths, type Day, type Minute, minuteOf, partsOf } from "../calendar.ts";
import type { Random } from "../random.ts";
import type { MailEvent, Person } from "../world.ts";

const PROGRAMMES = 2;
/** Months after the lead in which a mail of the programme is sent. */
const MAILS = 3;
/** Leads that sales has not seen are put into a programme; the others unsubscribed or have no address. */
const ENROLLED = 0.3;

/**
 * A mail a month to leads of the last three months that are no MQL yet, mail by mail as HubSpot logs them. Some mail
 * programs open by themselves at once, and the scanners of some firms click on every link in the same moment.
 */
export function simulateNurture(random: Random, people: readonly Person[], start: Day, last: Day): MailEvent[] {
  const enrolled = people.flatMap((person) => {
    const lead = person.journeys[0]?.entered.lead;
    if (person.kind !== "prospect" || person.email === "" || lead === undefined || !random.chance(ENROLLED)) return [];
    return [
      {
        person,
        lead,
        programme: random.whole(1, PROGRAMMES),
        // The mail program or the firm's scanner is the same for every mail.
        machine: random.chance(0.22),
        scanner: random.chance(0.022),
      },
    ];
  });
  const gone = new Set<Person>();
  const events: MailEvent[] = [];
  const end = minuteOf(last, 23, 0);
  for (let month = addMonths(start, 1); month <= last; month = addMonths(month, 1)) {
    let day = month + 10;
    while ([0, 6].includes(partsOf(day).weekday)) day += 1;
    if (day > last - 2) break;
    const at = minuteOf(day, 9, 30);
    const [oldest, youngest] = [addMonths(month, -MAILS) * 1440, (day - 3) * 1440];
    for (const { person, lead, programme, machine, scanner } of enrolled) {
      const mql = person.journeys[0]?.entered.mql;
      if (lead < oldest || lead > youngest || gone.has(person) || (mql !== undefined && mql < at)) continue;
      const tool = person.country === "US" ? "marketo" : "hubspot";
      const number = Math.round((month - start) / 30.4);
      const mailing =
        tool === "hubspot"
          ? String(75_310_000 + 100 * programme + number)
          : `${1670 + 100 * programme + number}|Nurture US ${programme}.Mail ${number}`;
      const add = (type: MailEvent["type"], when: Minute, byMachine = false): void => {
        events.push({ id: "", tool, mailing, person, at: Math.min(when, end), type, machine: byMachine });
      };
      add("sent", at);
      if (random.chance(0.008)) {
        add("bounce", at + 1);
        gone.add(person);
        continue;
      }
      if (machine) add("open", at + random.whole(0, 2), true);
      if (scanner) for (let i = 0; i < 3; i += 1) add("click", at + 1, true);
      if (!random.chance(mql === undefined ? 0.24 : 0.42)) continue;
      const opened = at + random.whole(20, 2600);
      add("open", opened);
      if (random.chance(0.25)) add("open", opened + random.whole(30, 900));
      if (random.chance(mql === undefined ? 0.13 : 0.3)) add("click", opened + 1);
      else if (random.chance(0.02)) {
        add("unsubscribe", opened + 2);
        gone.add(person);
      } else if (random.chance(0.005)) {
        add("complaint", opened + 2);
        gone.add(person);
      }
    }
  }
  return events
    .sort((a, b) => a.at - b.at || a.mailing.localeCompare(b.mailing) || a.person.id - b.person.id)
    .map((event, i) => ({ ...event, id: `ev-${String(i + 1).padStart(6, "0")}` }));
}
