import { createHash, randomBytes } from "node:crypto";
import { LeadlineError } from "../../language/leadline-error.ts";
import { campaignNames } from "../../model/campaign-aliases.ts";
import type { Intent } from "../../model/routing.ts";
import type { HandoutBatch } from "../../store/handout-ledger.ts";
import { findSuppressed, type SuppressionReason } from "../audience/find-suppressed.ts";
import { csvLine } from "../audience/list-entries.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { chooseRoute } from "./choose-route.ts";
import { type LeadFound, type LeadsFound, leadsOfPeriod, readLeads } from "./read-leads.ts";

export interface RoutedRow {
  readonly lead: string;
  readonly date: string;
  readonly list: string;
  readonly rule: string;
  readonly kind: LeadFound["kind"];
  readonly intent: Intent;
  readonly vendor: string;
  readonly channel: string;
  readonly program: string;
  readonly campaign: string;
  readonly country: string;
  readonly segment: string;
  readonly account: string;
  /** "" where the workspace keeps no address, or the person had it erased. */
  readonly email: string;
  readonly name: string;
  readonly phone: string;
}

export interface RoutedLeads {
  readonly period: LeadsFound["period"] | null;
  /** The batch under which the rows were handed out; null when they only would be. */
  readonly batch: string | null;
  readonly handed_at: string | null;
  readonly lists: readonly { readonly list: string; readonly leads: number }[];
  readonly rows: readonly RoutedRow[];
  /** Leads of the period that are not among the rows, by why. */
  readonly left: {
    /** Handed out before, as this or another lead of the person. */
    readonly handed_out: number;
    /** Another lead of somebody who is among them. */
    readonly repeated: number;
    /** Returned to the vendor or a repetition. */
    readonly not_accepted: number;
    /** Without an answer that a rule takes. */
    readonly no_rule: number;
    readonly held_back: readonly { readonly reason: SuppressionReason; readonly leads: number }[];
  };
}

/** A vendor's lead in one of these states is not the team's. */
const NOT_OURS = new Set(["rejected", "returned", "duplicate", "invalid"]);

export interface RouteAsked {
  readonly period: string;
  readonly hand: boolean;
  /** Only what goes to this list. */
  readonly list?: string | undefined;
}

/**
 * Shares the period's leads out by the workspace's rules. `hand`: they are written down as handed out, which happens to a
 * lead, and to a person, once; what is answered then is what nobody got before. Without it nothing is written, and the rows
 * tell no address, name or phone.
 */
export async function routeLeads(workspace: OpenWorkspace, { period, hand, list }: RouteAsked): Promise<RoutedLeads> {
  const { routing, campaign_aliases } = workspace.settings;
  const campaigns = campaignNames(campaign_aliases);
  const found = await leadsOfPeriod(workspace, period);
  const { handouts } = await workspace.store();
  const known = await handouts.known();
  const left = { handed_out: 0, repeated: 0, not_accepted: 0, no_rule: 0 };
  const seen = new Set<string>();
  const chosen: { readonly lead: LeadFound; readonly list: string; readonly rule: string }[] = [];
  for (const lead of found.leads) {
    const route = chooseRoute(routing.rules, lead, campaigns);
    if (NOT_OURS.has(lead.status)) left.not_accepted += 1;
    else if (known.leads.has(lead.lead) || known.persons.has(lead.person)) left.handed_out += 1;
    else if (seen.has(lead.person)) left.repeated += 1;
    else if (route === null) left.no_rule += 1;
    else {
      seen.add(lead.person);
      chosen.push({ lead, list: route.to, rule: route.id });
    }
  }
  const suppressed = await findSuppressed(
    workspace,
    chosen.map(({ lead }) => ({ hash: lead.hash || undefined, address: lead.email || undefined })),
  );
  const held = new Map<SuppressionReason, number>();
  const passing = chosen.filter((_, index) => {
    const reason = suppressed[index]?.reasons.find((one) => routing.hold_back.includes(one.reason))?.reason;
    if (list !== undefined && chosen[index]?.list !== list) return false;
    if (reason !== undefined) held.set(reason, (held.get(reason) ?? 0) + 1);
    return reason === undefined;
  });
  const batch = hand && passing.length > 0 ? newBatch(workspace.now()) : null;
  const handed =
    batch === null
      ? null
      : await handouts.hand(
          batch,
          passing.map(({ lead, list, rule }) => ({ lead: lead.lead, person: lead.person, list, rule })),
        );
  const won = handed === null ? null : new Set(handed.map(({ lead }) => lead));
  const routed = passing.filter(({ lead }) => won === null || won.has(lead.lead)).map(rowOf);
  const rows = batch === null ? routed.map((row) => ({ ...row, email: "", name: "", phone: "" })) : routed;
  return {
    period: found.period,
    batch,
    handed_at: handed?.[0]?.at ?? null,
    lists: countLists(rows),
    rows,
    left: {
      ...left,
      handed_out: left.handed_out + passing.length - rows.length,
      held_back: [...held].map(([reason, leads]) => ({ reason, leads })),
    },
  };
}

/** A former hand-out as it was shared out then, with the people's data as they are kept now. Throws `route_batch.unknown`. */
export async function showHandout(workspace: OpenWorkspace, batch: string): Promise<RoutedLeads> {
  const { handouts } = await workspace.store();
  const batches = await handouts.batches();
  const wanted = batch === "last" ? (batches[0]?.batch ?? batch) : batch;
  const handed = await handouts.ofBatch(wanted);
  if (handed.length === 0)
    throw new LeadlineError(
      "route_batch.unknown",
      `Nothing was handed out as ${batch}.`,
      batches.length === 0
        ? "Nothing has been handed out yet."
        : `There are ${batches
            .slice(0, 5)
            .map((one) => one.batch)
            .join(", ")}.`,
      { key: batch },
    );
  const leads = await readLeads(workspace, null);
  const byLead = new Map(leads.map((lead) => [lead.lead, lead]));
  const rows = handed.flatMap(({ lead, list, rule }): RoutedRow[] => {
    const standing = byLead.get(lead);
    return standing === undefined ? [] : [rowOf({ lead: standing, list, rule })];
  });
  return {
    period: null,
    batch: wanted,
    handed_at: handed[0]?.at ?? null,
    lists: countLists(rows),
    rows: rows.toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : a.lead < b.lead ? -1 : 1)),
    left: { handed_out: 0, repeated: 0, not_accepted: 0, no_rule: 0, held_back: [] },
  };
}

/** What was handed out so far, the newest first. */
export async function listHandouts(workspace: OpenWorkspace): Promise<HandoutBatch[]> {
  return (await workspace.store()).handouts.batches();
}

const CSV_COLUMNS = [
  ...(["lead", "date", "list", "rule", "kind", "intent", "vendor", "channel", "program", "campaign"] as const),
  ...(["country", "segment", "account", "email", "name", "phone"] as const),
];

/** The lists as CSV, one lead a line. */
export function routedCsv({ rows }: Pick<RoutedLeads, "rows">): string {
  return [CSV_COLUMNS, ...rows.map((row) => CSV_COLUMNS.map((column) => row[column]))]
    .map((cells) => `${csvLine(cells)}\n`)
    .join("");
}

function rowOf({
  lead,
  list,
  rule,
}: {
  readonly lead: LeadFound;
  readonly list: string;
  readonly rule: string;
}): RoutedRow {
  const { columns } = lead;
  const column = (name: keyof typeof columns) => columns[name] ?? "";
  return {
    lead: shortName(lead.lead),
    date: lead.date,
    list,
    rule,
    kind: lead.kind,
    intent: lead.intent,
    vendor: column("vendor"),
    channel: column("channel"),
    program: column("program"),
    campaign: column("campaign"),
    country: column("country"),
    segment: column("segment"),
    account: column("account"),
    email: lead.email,
    name: lead.name,
    phone: lead.phone,
  };
}

/** The lead's name in the warehouse can hold the workspace's hash of a person, which stays inside. */
function shortName(lead: string): string {
  return createHash("sha256").update(lead).digest("hex").slice(0, 16);
}

function countLists(rows: readonly RoutedRow[]): RoutedLeads["lists"] {
  return [...Map.groupBy(rows, ({ list }) => list)]
    .map(([list, own]) => ({ list, leads: own.length }))
    .sort((a, b) => (a.list < b.list ? -1 : 1));
}

/** `20261120-081500-3f9c`: the moment, and something that no other has. */
function newBatch(at: Date): string {
  const [day = "", time = ""] = at.toISOString().split("T");
  const own = randomBytes(2).toString("hex");
  return `${day.replaceAll("-", "")}-${time.slice(0, 8).replaceAll(":", "")}-${own}`;
}
