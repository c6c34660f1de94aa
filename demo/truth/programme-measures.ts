import { addMonths, type Day } from "../calendar.ts";
import type { Carried } from "./carried.ts";
import type { Programmes } from "./programmes.ts";
import type { Scope } from "./scope.ts";

type Dated = Partial<Carried> & { readonly day: Day };

const STEP_DAYS = 30;
const NURTURE_DAYS = 90;

/** What the programmes' KPIs are made of, for one scope. Null: nothing reports it. */
export function programmeMeasures(
  counted: Programmes,
  { from, to }: Scope,
  asOf: Day,
  asked: (row: Partial<Carried>) => boolean,
) {
  const end = Math.min(to, asOf);
  const within = <Row extends Dated>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => row.day >= from && row.day <= to && asked(row));
  const sum = <Row>(rows: readonly Row[], value: (row: Row) => number): number =>
    rows.reduce((all, row) => all + value(row), 0);
  /** Months before the first row and after the last one are not known to be empty. */
  const known = (rows: readonly Dated[]): boolean => {
    const days = rows.map(({ day }) => day);
    return days.length > 0 && addMonths(Math.min(...days), 0) <= to && addMonths(Math.max(...days), 1) > from;
  };
  const countOf = <Row extends Dated>(rows: readonly Row[], what: (row: Row) => boolean = () => true): number | null =>
    known(rows) ? within(rows).filter(what).length : null;

  const mails = within(counted.mails);
  const told = mails.filter(({ human }) => human !== null);
  const searches = within(counted.searches.map((day) => ({ ...day, channel: null, country: null, device: null })));
  const fairs = within(counted.fairs);
  const leads = within(counted.vendorLeads).filter(({ accepted }) => accepted);
  const answered = leads.filter(({ intent }) => intent !== null);
  const gifts = within(counted.gifts).filter(({ delivered }) => delivered);
  const seats = counted.attendances;
  const listed = counted.targets.filter(
    (target) => target.since <= end && target.until > end && asked({ country: target.country as Carried["country"] }),
  );
  const all = counted.targets.filter((target) => asked({ country: target.country as Carried["country"] }));
  const acted = (days: readonly Day[], { since, until }: Programmes["targets"][number]): boolean =>
    days.some((day) => day >= from && day <= end && day >= since && day < until);
  const rolesOf = (
    targets: Programmes["targets"],
    holds: (
      contact: Programmes["targets"][number]["contacts"][number],
      target: Programmes["targets"][number],
    ) => boolean,
  ): number =>
    sum(
      targets,
      (target) =>
        target.roles.filter((role) =>
          target.contacts.some((contact) => contact.roles.includes(role) && holds(contact, target)),
        ).length,
    );

  return {
    mailsSent: sum(mails, ({ sent }) => sent),
    mailsDelivered: sum(mails, ({ delivered }) => delivered),
    mailOpens: sum(mails, ({ opens }) => opens),
    mailsTold: sum(told, ({ delivered }) => delivered),
    mailOpensTold: sum(told, ({ opens }) => opens),
    mailClicksTold: sum(mails, ({ allClicks }) => allClicks ?? 0),
    mailClicksByMachines: sum(mails, ({ allClicks, clicks }) => (allClicks === null ? 0 : allClicks - clicks)),
    mailRawClicks: sum(mails, ({ allClicks, clicks }) => allClicks ?? clicks),
    mailHumans: sum(told, ({ human }) => human ?? 0),
    mailOpeners: sum(mails, ({ openers }) => openers),
    mailClicks: sum(mails, ({ clicks }) => clicks),
    mailUnsubscribes: sum(mails, ({ unsubscribes }) => unsubscribes),
    mailsWithComplaints: sum(
      mails.filter(({ complaints }) => complaints !== null),
      ({ delivered }) => delivered,
    ),
    mailComplaints: sum(mails, ({ complaints }) => complaints ?? 0),
    /** The CRM tells of every form from the first day on, so that no reaction is none. */
    nurtured: within(counted.nurtured).length,
    nurturedToMql: within(counted.nurtured).filter(({ mqlDays }) => mqlDays !== null && mqlDays <= NURTURE_DAYS).length,

    registrants: countOf(seats, ({ registered }) => registered),
    attendees: within(seats).filter(({ attended }) => attended).length,
    attendeesOn: within(seats).filter(({ nextStep }) => nextStep !== null && nextStep <= STEP_DAYS).length,
    viewers: countOf(seats, ({ onDemand }) => onDemand),
    viewersOn: within(seats).filter(({ nextStepAfterWatching: days }) => days !== null && days <= STEP_DAYS).length,

    fairContacts: known([...seats, ...counted.fairs]) ? sum(fairs, ({ contacts }) => contacts) : null,
    itemsGiven: fairs.length === 0 ? null : sum(fairs, ({ items }) => items),
    talksHeld: fairs.length === 0 ? null : sum(fairs, ({ talks }) => talks),

    vendorLeads: within(counted.vendorLeads).length,
    vendorLeadsAccepted: leads.length,
    vendorLeadsAnswered: answered.length,
    vendorLeadsWithIntent: answered.filter(({ intent }) => intent).length,

    giftsDelivered: gifts.length,
    giftsClaimed: gifts.filter(({ claimed }) => claimed).length,
    giftsClaimedAndMet: gifts.filter(
      ({ claimed, meetingDays }) => claimed && meetingDays !== null && meetingDays <= STEP_DAYS,
    ).length,

    targets: listed.length,
    targetsEngaged: all.filter((target) => target.contacts.some((contact) => acted(contact.acted, target))).length,
    rolesWanted: sum(listed, ({ roles }) => roles.length),
    rolesKnown: rolesOf(listed, (contact) => contact.known <= end),
    rolesEngaged: rolesOf(all, (contact, target) => acted(contact.acted, target)),

    searchDays: searches.length,
    searchImpressions: sum(searches, ({ impressions }) => impressions),
    searchClicks: sum(searches, ({ clicks }) => clicks),
    searchPositions: sum(searches, ({ impressions, position }) => impressions * position),
  };
}
