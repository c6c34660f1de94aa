import { dayOfMinute, type Minute, partsOf, stampOf, utcOf } from "../calendar.ts";
import type { MailEvent, Person, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

/** Marketo's numbers of activities; a complaint is none of them. */
const ACTIVITIES = { sent: 6, bounce: 8, open: 10, click: 11, unsubscribe: 9 } as const;
const DELIVERED = 7;

const leadId = (person: Person): number => 5_410_000 + person.id;

/** `2026-06-09T08:00:04Z` */
const instant = (at: Minute, seconds: number): string =>
  `${stampOf(utcOf(at)).replace(" ", "T")}:${String(seconds).padStart(2, "0")}Z`;

function detailOf({ type, machine }: MailEvent): Readonly<Record<string, unknown>> {
  const bot = machine ? { "Is Bot Activity": true, "Bot Activity Pattern": "Match with Known Bots" } : {};
  if (type === "open") return { ...bot, Device: "unknown", "Is Mobile Device": false };
  if (type === "click") return { ...bot, Link: "https://www.lotwerk.example/cases/municipal-water" };
  return type === "bounce" ? { Details: "550 5.1.1 user unknown" } : { "Step ID": 1 };
}

/** Bulk extracts of the American office's Marketo: the jobs of each year joined, and the leads that they speak of. */
export function writeMarketo(world: World): OutFile[] {
  const mails = world.mails.filter(({ tool }) => tool === "marketo");
  const bounced = new Set(
    mails.filter(({ type }) => type === "bounce").map((one) => `${one.mailing}/${one.person.id}`),
  );
  const rows = mails.flatMap((event) => {
    const activity = event.type === "complaint" ? undefined : ACTIVITIES[event.type];
    if (activity === undefined) return [];
    const [asset, name] = event.mailing.split("|");
    const row = (guid: string, seconds: number, type: number, detail: unknown): Cell[] => [
      guid,
      leadId(event.person),
      instant(event.at, seconds),
      type,
      8497,
      asset ?? "",
      name ?? "",
      JSON.stringify(detail),
    ];
    const id = 783_000_000 + 2 * Number(event.id.slice(3));
    const own = { year: partsOf(dayOfMinute(utcOf(event.at))).year };
    const told = [{ ...own, cells: row(String(id), 0, activity, detailOf(event)) }];
    if (event.type === "sent" && !bounced.has(`${event.mailing}/${event.person.id}`))
      told.push({ ...own, cells: row(String(id + 1), 4, DELIVERED, { "Step ID": 1 }) });
    return told;
  });
  const people = [...new Set(mails.map(({ person }) => person))];
  return [
    delimited("exports/marketo/bulk-leads.csv", {
      header: ["id", "email", "firstName", "lastName", "company", "country", "createdAt", "updatedAt"],
      rows: people.map((person): Cell[] => [
        leadId(person),
        person.email.trim(),
        person.first,
        person.last,
        person.company?.name ?? "null",
        person.country,
        instant(person.created, 30),
        instant(person.created, 30),
      ]),
    }),
    ...[...Map.groupBy(rows, ({ year }) => year)].map(([year, own]) =>
      delimited(`exports/marketo/bulk-activities-${year}.csv`, {
        header: [
          "marketoGUID",
          "leadId",
          "activityDate",
          "activityTypeId",
          "campaignId",
          "primaryAttributeValueId",
          "primaryAttributeValue",
          "attributes",
        ],
        rows: own.map(({ cells }) => cells),
      }),
    ),
  ];
}
