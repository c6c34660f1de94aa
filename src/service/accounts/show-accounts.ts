import type { Answer, AnswerRow, Reason } from "../../model/answer.ts";
import type { Language } from "../../model/format/format-value.ts";
import { earlier } from "../../plan/period/iso-day.ts";
import { kpiListing, type ListedKpi } from "../kpis/list-kpis.ts";
import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { listTargetAccounts, type TargetAccount } from "./list-target-accounts.ts";

/** What is asked of target accounts as a whole, of each list and, of roles, of each role. */
const OF_ACCOUNTS = ["account_penetration"];
const OF_ROLES = ["buying_group_coverage", "buying_group_engagement"];

/** Rows by KPI of one list or role. */
export interface AccountSegment {
  readonly name: string;
  readonly values: Readonly<Record<string, AnswerRow>>;
}

export interface AccountsShown {
  readonly question: Answer["question"];
  readonly total: Readonly<Record<string, AnswerRow>>;
  /** The lists that accounts stand on, by name. */
  readonly lists: readonly AccountSegment[];
  /** The roles wanted, the best covered first. */
  readonly roles: readonly AccountSegment[];
  readonly accounts: readonly TargetAccount[];
  /** Accounts on the lists at the end of the period, also beyond those in `accounts`. */
  readonly count: number;
  readonly kpis: Readonly<Record<string, ListedKpi>>;
  readonly notes: readonly Reason[];
  readonly data_version: string;
}

export interface AccountsAsked {
  readonly period: string;
  /** Only those on this list. */
  readonly list?: string | undefined;
  readonly asOf?: string | undefined;
  readonly limit: number;
}

/**
 * Target accounts and their buying groups: penetration, coverage and engagement by list and by role, and the accounts with
 * the roles known and engaged and the stage that their people have reached. Throws as `ask` does.
 */
export async function showAccounts(
  workspace: OpenWorkspace,
  { period, list, asOf, limit }: AccountsAsked,
  language: Language = workspace.settings.language,
): Promise<AccountsShown> {
  const known = (ids: readonly string[]) => ids.filter((id) => workspace.catalogue.kpis.has(id));
  const question = { period, ...(asOf && { asOf }) };
  const narrowed = { ...question, ...(list !== undefined && { where: { list: [list] } }) };
  const kpis = known([...OF_ACCOUNTS, ...OF_ROLES]);
  const whole = await ask(workspace, { ...narrowed, kpis }, language);
  const byList = await ask(workspace, { ...question, kpis, by: ["list"] }, language);
  const byRole = await ask(workspace, { ...narrowed, kpis: known(OF_ROLES), by: ["buying_role"] }, language);
  const { from, to, asOf: day } = whole.question;
  const found = await listTargetAccounts(workspace, { from, to: earlier(to, day) }, { list, limit });
  const coverage = ({ values }: AccountSegment) => values.buying_group_coverage?.value ?? -1;
  const listed = kpiListing(workspace.catalogue).filter(({ id }) => kpis.includes(id));
  return {
    question: whole.question,
    total: byKpi(whole.rows),
    lists: segmentsOf(byList, "list").toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    roles: segmentsOf(byRole, "buying_role").toSorted((a, b) => coverage(b) - coverage(a)),
    ...found,
    kpis: Object.fromEntries(listed.map((kpi) => [kpi.id, kpi])),
    notes: whole.notes,
    data_version: whole.data_version,
  };
}

function byKpi(rows: readonly AnswerRow[]): Readonly<Record<string, AnswerRow>> {
  return Object.fromEntries(rows.map((row) => [row.kpi, row]));
}

function segmentsOf({ rows }: Answer, by: string): readonly AccountSegment[] {
  const own = rows.filter((row) => row.by[by] !== undefined && row.by[by] !== "(not set)");
  return [...Map.groupBy(own, (row) => row.by[by] ?? "")].map(([name, values]) => ({ name, values: byKpi(values) }));
}
