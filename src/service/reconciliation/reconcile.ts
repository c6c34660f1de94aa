import { LeadlineError } from "../../language/leadline-error.ts";
import type { Language } from "../../model/format/format-value.ts";
import { calendarOf } from "../../plan/period/calendar.ts";
import { earlier } from "../../plan/period/iso-day.ts";
import { readPeriod } from "../../plan/period/read-period.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { reconcileConversions } from "./reconcile-conversions.ts";
import { reconcileLeads } from "./reconcile-leads.ts";
import { reconcileRevenue } from "./reconcile-revenue.ts";
import { reconcileSpend } from "./reconcile-spend.ts";
import { type Reconciliation, SUBJECTS, type Subject, type SubjectId } from "./reconciliation.ts";
import type { Site } from "./site.ts";

const RECONCILERS: Readonly<Record<SubjectId, (site: Site) => Promise<Subject>>> = {
  leads: reconcileLeads,
  conversions: reconcileConversions,
  spend: reconcileSpend,
  revenue: reconcileRevenue,
};

/**
 * What CRM, ad platforms, web analytics and ledger each say of a period, how the figures differ, and of which known parts the
 * differences are made. Throws as `readPeriod` does, and `reconcile.not_begun`.
 */
export async function reconcile(
  workspace: OpenWorkspace,
  { period, subjects = SUBJECTS }: { readonly period: string; readonly subjects?: readonly SubjectId[] },
  language: Language = workspace.settings.language,
): Promise<Reconciliation> {
  const { settings } = workspace;
  const day = workspace.today();
  const asked = readPeriod(period, calendarOf(settings), { day, ended: false });
  if (asked.from > day)
    throw new LeadlineError(
      "reconcile.not_begun",
      `The period ${asked.label} begins after ${day}.`,
      "Take an earlier period.",
      {
        key: "period",
      },
    );
  const inventory = await workspace.inventory();
  const span = { from: asked.from, to: earlier(asked.to, day) };
  const site: Site = { workspace, language, span, inventory, question: { period } };
  const found: Subject[] = [];
  for (const subject of subjects) found.push(await RECONCILERS[subject](site));
  return {
    period: { from: asked.from, to: asked.to, label: asked.label },
    currency: settings.currency,
    timezone: settings.timezone,
    subjects: found,
    notes: [],
    data_version: inventory.dataVersion,
  };
}
