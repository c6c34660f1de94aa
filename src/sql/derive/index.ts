import type { FactId } from "../../model/facts.ts";
import { collectAddresses } from "./collect-addresses.ts";
import { collectEvents } from "./collect-events.ts";
import { collectMailEvents } from "./collect-mail-events.ts";
import { collectMeetings } from "./collect-meetings.ts";
import { collectPersons, collectRecords } from "./collect-persons.ts";
import { completeDeals } from "./complete-deals.ts";
import { customerLife } from "./customer-life.ts";
import { dealEvent } from "./deal-event.ts";
import type { DeriveContext, DeriveStatement, DeriveStep } from "./derive-context.ts";
import { emailSend } from "./email-send.ts";
import { eventEntry } from "./event-entry.ts";
import { funnelEntry } from "./funnel-entry.ts";
import { fxDaily } from "./fx-daily.ts";
import { giftEntry } from "./gift-entry.ts";
import { meetingEntry } from "./meeting-entry.ts";
import { nurtureEntry } from "./nurture-entry.ts";
import { orderEntries } from "./order-entries.ts";
import { participationEntry } from "./participation-entry.ts";
import { collectFirms, resolveAccounts } from "./resolve-accounts.ts";
import { linkDealsToPersons, resolveDeals } from "./resolve-deals.ts";
import { resolvePersons } from "./resolve-persons.ts";
import { revenueEntry } from "./revenue-entry.ts";
import { isLoaded } from "./standing-rows.ts";
import { suppressedContact } from "./suppressed-contact.ts";
import { targetEvent } from "./target-event.ts";
import { vendorLeadEntry } from "./vendor-lead-entry.ts";
import { workTablesDropped } from "./work-table.ts";

export type { DeriveContext, DeriveStatement } from "./derive-context.ts";
export { derivedPartsStatement } from "./derived-parts.ts";
export { needsOf } from "./needs-of.ts";
export { visibleRows } from "./visible-rows.ts";

/** A step that is left out when none of the facts it needs is visible; one that needs none is always taken. */
type NeedyStep = readonly [step: DeriveStep, needs: readonly FactId[]];

/** Facts about what people did with mailings, at events, with gifts; where one is visible, its people are resolved. */
const PROGRAMS: readonly FactId[] = ["touch", "email_event", "participation", "gift", "vendor_lead", "target_account"];

/** Facts about people, firms, deals and money; where none is visible there is nothing to resolve. */
const CRM: readonly FactId[] = [
  ...(["person", "person_identity", "account", "stage_entry", "meeting"] as const),
  ...(["opportunity", "opportunity_stage", "revenue", "subscription"] as const),
  ...PROGRAMS,
];

/** From loaded facts to derived tables, in order; each step may read what those before it made. */
const STEPS: readonly NeedyStep[] = [
  [fxDaily, []],
  [resolvePersons, CRM],
  [resolveAccounts, CRM],
  [resolveDeals, CRM],
  [linkDealsToPersons, CRM],
  [collectFirms, CRM],
  [collectRecords, CRM],
  [collectPersons, CRM],
  [completeDeals, CRM],
  [collectMeetings, CRM],
  [orderEntries, ["stage_entry", "opportunity"]],
  [funnelEntry, ["stage_entry", "opportunity"]],
  [dealEvent, ["opportunity"]],
  [meetingEntry, ["meeting"]],
  [revenueEntry, ["revenue"]],
  [customerLife, ["subscription", "revenue", "opportunity"]],
  [collectAddresses, CRM],
  [collectMailEvents, ["email_event"]],
  [emailSend, ["email_campaign", "email_event"]],
  [nurtureEntry, ["touch", "email_event"]],
  [collectEvents, ["event", "participation"]],
  [eventEntry, ["event", "participation"]],
  [participationEntry, ["participation"]],
  [giftEntry, ["gift"]],
  [vendorLeadEntry, ["vendor_lead"]],
  [targetEvent, ["target_account"]],
  [suppressedContact, CRM],
];

/**
 * The statements that build all derived tables under one `buildNo` from the rows of the visible loads, each to be run
 * after those that `needsOf` names; none may be left out. They use work tables (`derive_…`) of their own, so two builds must not run at once.
 */
export function deriveStatements(context: DeriveContext): DeriveStatement[] {
  const isVisible = (fact: FactId) => isLoaded(fact, context.visible);
  const steps = STEPS.filter(([, needs]) => needs.length === 0 || needs.some(isVisible));
  return [workTablesDropped(), ...steps.flatMap(([step]) => step(context)), workTablesDropped()];
}
