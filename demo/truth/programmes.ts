import { type Day, dayOfMinute } from "../calendar.ts";
import { FAIRS, type Fair } from "../company.ts";
import { MINIMUM_MINUTES } from "../simulate/occasions.ts";
import type { Gift, Person, Registration, Webinar, World } from "../world.ts";
import type { Carried } from "./carried.ts";
import { stageDays } from "./stage-days.ts";

export interface SentMails extends Carried {
  readonly day: Day;
  readonly sent: number;
  readonly delivered: number;
  readonly opens: number;
  /** Null where the tool does not tell machines apart. */
  readonly human: number | null;
  readonly openers: number;
  readonly clicks: number;
  /** Clickers, scanners among them; null where the tool gives only totals. */
  readonly allClicks: number | null;
  readonly unsubscribes: number;
  /** Null where the log of a tool has never held one. */
  readonly complaints: number | null;
}

export interface Nurtured extends Carried {
  readonly day: Day;
  readonly mqlDays: number | null;
}

export interface Attendance extends Carried {
  readonly day: Day;
  readonly registered: boolean;
  readonly attended: boolean;
  readonly onDemand: boolean;
  readonly nextStep: number | null;
  readonly nextStepAfterWatching: number | null;
}

export interface FairFigures extends Carried {
  readonly day: Day;
  readonly contacts: number;
  readonly items: number;
  readonly talks: number;
}

export interface ListedLead extends Carried {
  readonly day: Day;
  readonly accepted: boolean;
  readonly intent: boolean | null;
}

export interface GiftFigures extends Carried {
  readonly day: Day;
  readonly delivered: boolean;
  readonly claimed: boolean;
  readonly meetingDays: number | null;
}

/** A firm on a list, with whom one knows there and what they did. */
export interface TargetFigures {
  readonly since: Day;
  readonly until: Day;
  readonly roles: readonly string[];
  readonly country: string;
  /** Per contact: the day since which it is known, its roles, and the days on which it did something. */
  readonly contacts: readonly {
    readonly known: Day;
    readonly roles: readonly string[];
    readonly acted: readonly Day[];
  }[];
}

const EMAIL: Carried = { channel: "Email", country: null, device: null };
const daysUntil = (days: readonly Day[], from: Day): number | null => {
  const later = days.filter((day) => day >= from);
  return later.length === 0 ? null : Math.min(...later) - from;
};

function groupedBy<Row, Key>(rows: readonly Row[], key: (row: Row) => Key): Row[][] {
  return [...Map.groupBy(rows, key).values()];
}

const addressOf = (email: string): string => email.trim().toLowerCase();

function sentMails(world: World): SentMails[] {
  const reported = world.mailings.map((mailing): SentMails => {
    const human = mailing.machineOpens === null ? null : mailing.opens - mailing.machineOpens;
    return {
      ...EMAIL,
      day: dayOfMinute(mailing.at),
      sent: mailing.sent,
      delivered: mailing.sent - mailing.softBounces - mailing.hardBounces,
      opens: mailing.opens,
      human,
      openers: Math.max(human ?? mailing.opens, mailing.clicks),
      clicks: mailing.clicks,
      allClicks: null,
      unsubscribes: mailing.unsubscribes,
      complaints: mailing.complaints,
    };
  });
  const single = groupedBy(world.mails, ({ mailing }) => mailing).map((events): SentMails => {
    const persons = (what: (event: (typeof events)[number]) => boolean): number =>
      new Set(events.filter(what).map(({ person }) => person)).size;
    const sent = persons(({ type }) => type === "sent");
    return {
      ...EMAIL,
      day: Math.min(...events.map(({ at }) => dayOfMinute(at))),
      sent,
      delivered: sent - persons(({ type }) => type === "bounce"),
      opens: persons(({ type }) => type === "open"),
      human: persons(({ type, machine }) => type === "open" && !machine),
      openers: persons(({ type, machine }) => (type === "open" || type === "click") && !machine),
      clicks: persons(({ type, machine }) => type === "click" && !machine),
      allClicks: persons(({ type }) => type === "click"),
      unsubscribes: persons(({ type }) => type === "unsubscribe"),
      complaints:
        events[0]?.tool === "hubspot" &&
        world.mails.some(({ tool, type }) => tool === "hubspot" && type === "complaint")
          ? persons(({ type }) => type === "complaint")
          : null,
    };
  });
  return [...reported, ...single];
}

const reacted = ({ type, machine }: World["mails"][number]): boolean =>
  (type === "open" || type === "click") && !machine;

function nurtured(world: World): Nurtured[] {
  return groupedBy(world.mails.filter(reacted), ({ person }) => person).flatMap((events) => {
    const [event] = events;
    if (event === undefined) return [];
    const day = Math.min(...events.map(({ at }) => dayOfMinute(at)));
    const mqls = event.person.journeys.map((journey) => stageDays(journey).mql).filter((mql) => mql !== null);
    return [{ day, mqlDays: daysUntil(mqls, day), channel: "Email", country: event.person.country, device: null }];
  });
}

/** Minutes in which at least one of the joins was on. */
export function minutesTogether(joins: Registration["joins"]): number {
  const minutes = new Set<number>();
  for (const { from, to } of joins) for (let at = from; at < to; at += 1) minutes.add(at);
  return minutes.size;
}

/** Live minutes as the tool leaves them: Zoom says when each join was, ON24 only how long all took. */
function live(tool: Webinar["tool"], joins: Registration["joins"]): number {
  return tool === "zoom" ? minutesTogether(joins) : joins.reduce((sum, { from, to }) => sum + to - from, 0);
}

function attendances(world: World, stepsOf: (person: Person) => readonly Day[]): Attendance[] {
  const counted = world.registrations.filter(
    ({ person, cancelled, webinar }) =>
      (person === null || person.kind === "prospect") && !(cancelled && webinar.tool === "on24"),
  );
  return groupedBy(counted, ({ webinar, email }) => `${webinar.id}/${addressOf(email)}`).flatMap((rows) => {
    const [first] = rows;
    if (first === undefined) return [];
    const { webinar, person, country } = first;
    const day = dayOfMinute(webinar.starts);
    const attended =
      live(
        webinar.tool,
        rows.flatMap(({ joins }) => joins),
      ) >= MINIMUM_MINUTES;
    const onDemand = rows.some(({ archive }) => archive > 0);
    const late = Math.min(...rows.map(({ registered }) => registered)) > webinar.starts + webinar.minutes;
    const watched = rows.flatMap((row) => (row.watched === null ? [] : [dayOfMinute(row.watched)]));
    const steps = person === null ? [] : stepsOf(person);
    return [
      {
        day,
        registered: attended || !(late || rows.every(({ cancelled }) => cancelled)),
        attended,
        onDemand,
        nextStep: attended ? daysUntil(steps, day) : null,
        nextStepAfterWatching: onDemand ? daysUntil(steps, watched.length === 0 ? day : Math.min(...watched)) : null,
        channel: "Webinar",
        country,
        device: null,
      },
    ];
  });
}

const counts = (place: Fair["id"]): boolean => FAIRS.some(({ id, items }) => id === place && items !== null);

function fairFigures(world: World): FairFigures[] {
  return groupedBy(world.fairs, ({ fair }) => fair).flatMap((visits) => {
    const [first] = visits;
    if (first === undefined) return [];
    const stand = counts(first.place) ? world.stands.find(({ fair }) => fair === first.fair) : undefined;
    return [
      {
        day: stand?.day ?? Math.min(...visits.map(({ day }) => day)),
        contacts: new Set(visits.map(({ person }) => person)).size,
        items: stand?.items ?? visits.reduce((sum, { items }) => sum + items, 0),
        talks: stand?.talks ?? visits.filter(({ talk }) => talk).length,
        channel: "Event",
        country: null,
        device: null,
      },
    ];
  });
}

const dayOfGift = (gift: Gift): Day => gift.delivered ?? gift.claimed ?? gift.sent;
const isClaimed = (gift: Gift): boolean => gift.claimed !== null || gift.status === "redeemed";

function giftFigures(world: World, meetingsOf: (person: Person) => readonly Day[]): GiftFigures[] {
  return world.gifts.map((gift) => {
    const day = dayOfGift(gift);
    return {
      day,
      delivered: gift.status !== "undeliverable" && (gift.delivered !== null || gift.status !== "expired"),
      claimed: isClaimed(gift),
      meetingDays: daysUntil([...meetingsOf(gift.person), ...(gift.met === null ? [] : [gift.met])], day),
      channel: "Direct Mail",
      country: gift.person.country,
      device: null,
    };
  });
}

const words = (text: string): string => ` ${text.toLowerCase().replace(/[^a-z]+/g, " ")} `;

function targetFigures(world: World, meetingsOf: (person: Person) => readonly Day[]): TargetFigures[] {
  const acts = new Map<Person, Day[]>();
  const act = (person: Person, day: Day): void => {
    acts.set(person, [...(acts.get(person) ?? []), day]);
  };
  for (const rows of groupedBy(world.registrations, ({ webinar, email }) => `${webinar.id}/${addressOf(email)}`)) {
    const open = rows.filter(({ cancelled, webinar }) => !(cancelled && webinar.tool === "on24"));
    const [first] = open;
    if (first === undefined || first.person === null) continue;
    const { webinar, person } = first;
    if (
      live(
        webinar.tool,
        open.flatMap(({ joins }) => joins),
      ) >= MINIMUM_MINUTES ||
      open.some(({ archive }) => archive > 0)
    )
      act(person, dayOfMinute(webinar.starts));
  }
  for (const gift of world.gifts) if (isClaimed(gift)) act(gift.person, dayOfGift(gift));
  for (const mail of world.mails) if (mail.type === "click" && !mail.machine) act(mail.person, dayOfMinute(mail.at));
  // A contact at a fair has left an address there: that is taking part.
  for (const rows of groupedBy(world.fairs, ({ fair }) => fair)) {
    const stand = world.stands.find(({ fair }) => fair === rows[0]?.fair);
    const day = stand?.day ?? Math.min(...rows.map((row) => row.day));
    for (const { person } of rows) act(person, day);
  }
  for (const { person, responded } of world.members)
    if (responded !== null && person.email !== "") act(person, responded);
  const staff = Map.groupBy(
    world.people.filter(({ kind, company }) => kind === "prospect" && company !== null),
    ({ company }) => company?.id,
  );
  return world.targets.map((target) => ({
    since: target.since,
    until: target.until ?? Number.POSITIVE_INFINITY,
    roles: target.roles,
    country: target.country,
    contacts: (target.company === null ? [] : (staff.get(target.company.id) ?? [])).map((person) => ({
      known: dayOfMinute(person.created),
      roles: target.roles.filter((role) => words(person.job).includes(words(role))),
      acted: [
        ...(acts.get(person) ?? []),
        ...meetingsOf(person),
        ...(person.firstForm === "" ? [] : [person, ...person.aliases].map(({ created }) => dayOfMinute(created))),
      ],
    })),
  }));
}

/** What the programmes did, as the counting rules see it. */
export function countProgrammes(world: World) {
  const meetings = Map.groupBy(world.meetings, ({ person }) => person);
  const meetingsOf = (person: Person): readonly Day[] =>
    (meetings.get(person) ?? []).map(({ booked }) => dayOfMinute(booked));
  const stepsOf = (person: Person): readonly Day[] => [
    ...person.journeys.flatMap((journey) => {
      const { mql, sql, opportunity, won } = stageDays(journey);
      return [mql, sql, opportunity, won].filter((day) => day !== null);
    }),
    ...meetingsOf(person),
  ];
  return {
    mails: sentMails(world),
    nurtured: nurtured(world),
    attendances: attendances(world, stepsOf),
    fairs: fairFigures(world),
    vendorLeads: world.vendorLeads.map(
      ({ day, status, intent, country }): ListedLead => ({
        day,
        accepted: status === "Accepted",
        intent,
        channel: "Content Syndication",
        country,
        device: null,
      }),
    ),
    gifts: giftFigures(world, meetingsOf),
    targets: targetFigures(world, meetingsOf),
    searches: world.searches,
  };
}

export type Programmes = ReturnType<typeof countProgrammes>;
