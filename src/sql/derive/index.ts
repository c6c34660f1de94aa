import { collectMeetings } from "./collect-meetings.ts";
import { collectPersons, collectRecords } from "./collect-persons.ts";
import { completeDeals } from "./complete-deals.ts";
import { customerLife } from "./customer-life.ts";
import { dealEvent } from "./deal-event.ts";
import type { DeriveContext, DeriveStatement, DeriveStep } from "./derive-context.ts";
import { funnelEntry } from "./funnel-entry.ts";
import { fxDaily } from "./fx-daily.ts";
import { meetingEntry } from "./meeting-entry.ts";
import { orderEntries } from "./order-entries.ts";
import { collectFirms, resolveAccounts } from "./resolve-accounts.ts";
import { linkDealsToPersons, resolveDeals } from "./resolve-deals.ts";
import { resolvePersons } from "./resolve-persons.ts";
import { revenueEntry } from "./revenue-entry.ts";
import { dropped, WORK_TABLES } from "./work-table.ts";

export type { DeriveContext, DeriveStatement } from "./derive-context.ts";
export { derivedPartsStatement } from "./derived-parts.ts";
export { visibleRows } from "./visible-rows.ts";

/** From loaded facts to derived tables, in order; each step may read what those before it made. */
const STEPS: readonly DeriveStep[] = [
  fxDaily,
  resolvePersons,
  resolveAccounts,
  resolveDeals,
  linkDealsToPersons,
  collectFirms,
  collectRecords,
  collectPersons,
  completeDeals,
  collectMeetings,
  orderEntries,
  funnelEntry,
  dealEvent,
  meetingEntry,
  revenueEntry,
  customerLife,
];

/**
 * The statements that build all derived tables under one `buildNo` from the rows of the visible loads, to be run one after
 * another; none may be left out. They use work tables (`derive_…`) of their own, so two builds must not run at once.
 */
export function deriveStatements(context: DeriveContext): DeriveStatement[] {
  return [...STEPS.flatMap((step) => step(context)), ...WORK_TABLES.map(dropped)];
}
