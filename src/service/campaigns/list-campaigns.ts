import { campaignKey, campaignNames } from "../../model/campaign-aliases.ts";
import { columnKind, FACT_IDS, fact } from "../../model/facts.ts";
import { NOT_ALLOCATED, NOT_SET } from "../../plan/dimensions/dimension.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { visibleRows } from "../../sql/derive/index.ts";
import { ask } from "../questions/ask.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { type NamedCampaign, type Suggestion, suggestCampaign } from "./suggest-campaign.ts";

/** A name under which one system, or the funnel, knows a campaign. */
export interface ListedCampaign {
  /** The exporting system; `funnel` for leads, which systems bring together. */
  readonly system: string;
  readonly name: string;
  /** Of the platform. */
  readonly ids: readonly string[];
  readonly spend: number | null;
  readonly sessions: number | null;
  readonly leads: number | null;
  /** The campaign it stands for by `campaign_aliases`, or by itself; null where nothing is said of it. */
  readonly campaign: string | null;
  /** What it is likely another name of. */
  readonly likely: Suggestion | null;
}

export interface ListedCampaigns {
  readonly period: { readonly from: string; readonly to: string; readonly label: string };
  readonly currency: string;
  /** Names with an alias first; then those that cost or bring most. */
  readonly rows: readonly ListedCampaign[];
  /** To be read over and put under `campaign_aliases`: campaign -> names that are likely its own. */
  readonly suggested: Readonly<Record<string, readonly string[]>>;
}

const FUNNEL = "funnel";
const FIGURES = ["marketing_cost", "sessions", "leads"] as const;

interface Found {
  spend?: number | null;
  sessions?: number | null;
  leads?: number | null;
}

/**
 * The campaigns of a period under the names that systems give them, each with its spend, sessions or leads, and which of
 * them are likely the same. Throws what `ask` throws.
 */
export async function listCampaigns(workspace: OpenWorkspace, period: string): Promise<ListedCampaigns> {
  const raw = { ...workspace, settings: { ...workspace.settings, campaign_aliases: {} } } as OpenWorkspace;
  const [spend, sessions, leads] = FIGURES;
  const found = new Map<string, Map<string, Found>>();
  const put = (system: string, name: string, figure: Found): void => {
    const own = found.get(system) ?? new Map<string, Found>();
    found.set(system, own.set(name, { ...own.get(name), ...figure }));
  };
  const bySystem = await ask(raw, { kpis: [spend, sessions], period, by: ["system", "campaign"] });
  for (const { kpi, by, value } of bySystem.rows)
    if (isName(by.campaign)) put(by.system ?? "", by.campaign, kpi === spend ? { spend: value } : { sessions: value });
  for (const { by, value } of (await ask(raw, { kpis: [leads], period, by: ["campaign"] })).rows)
    if (isName(by.campaign)) put(FUNNEL, by.campaign, { leads: value });
  const { from, to } = bySystem.question;
  const ids = await platformIds(workspace, from, to);
  for (const { system, name } of ids) if (isName(name)) put(system, name, {});
  const idsOf = (system: string, name: string): readonly string[] =>
    ids.find((one) => one.system === system && one.name === name)?.ids ?? [];
  const known = campaignNames(workspace.settings.campaign_aliases);
  const listed = [...found].flatMap(([system, names]) =>
    [...names].map(([name, figures]): ListedCampaign => {
      const own = idsOf(system, name);
      const campaign = [...own, name].map((one) => known.get(campaignKey(one))).find((one) => one !== undefined);
      const { spend: cost = null, sessions: visits = null, leads: people = null } = figures;
      return {
        system,
        name,
        ids: own,
        spend: cost,
        sessions: visits,
        leads: people,
        campaign: campaign ?? null,
        likely: null,
      };
    }),
  );
  const rows = withSuggestions(listed, known);
  return {
    period: { from, to, label: period },
    currency: workspace.settings.currency,
    rows: rows.toSorted(byWeight),
    suggested: gathered(rows),
  };
}

function isName(name: string | undefined): name is string {
  return name !== undefined && name !== "" && name !== NOT_SET && name !== NOT_ALLOCATED && !/^\(.*\)$/.test(name);
}

interface PlatformId {
  readonly system: string;
  readonly name: string;
  readonly ids: readonly string[];
}

/** Ids under which platforms know the campaigns of the period. */
async function platformIds(workspace: OpenWorkspace, from: string, to: string): Promise<readonly PlatformId[]> {
  const { visible } = await workspace.inventory();
  const tables = FACT_IDS.filter((id) => columnKind(id, "campaign_id") !== undefined);
  const selects = tables
    .filter((id) => visible.some((part) => part.fact === id))
    .map((id) => {
      const { date, dateTo } = fact(id);
      return `SELECT toString(system) AS system, toString(campaign) AS name, campaign_id FROM ${id}
        WHERE ${visibleRows(id, visible)} AND ${date} <= ${textLiteral(to)} AND ${dateTo ?? date} >= ${textLiteral(from)}`;
    });
  if (selects.length === 0) return [];
  return workspace.engine.query<PlatformId>(
    `SELECT system, name, arraySort(groupUniqArrayIf(campaign_id, campaign_id != '')) AS ids
     FROM (${selects.join(" UNION ALL ")}) GROUP BY system, name ORDER BY system, name`,
  );
}

/**
 * Names of which nothing is said are held against the campaigns that are named already and those with spend. Of two with
 * spend the smaller may be the larger's, but words in common are not enough: platforms' names are full of them.
 */
function withSuggestions(
  rows: readonly ListedCampaign[],
  known: ReadonlyMap<string, string>,
): readonly ListedCampaign[] {
  const campaigns = new Map<string, { campaign: string; names: string[]; ids: string[] }>();
  const add = (campaign: string, names: readonly string[], ids: readonly string[]): void => {
    const own = campaigns.get(campaignKey(campaign)) ?? { campaign, names: [], ids: [] };
    campaigns.set(campaignKey(campaign), { ...own, names: [...own.names, ...names], ids: [...own.ids, ...ids] });
  };
  for (const [name, campaign] of known) add(campaign, [name], []);
  for (const { name, ids, spend, campaign } of rows.toSorted((a, b) => (b.spend ?? 0) - (a.spend ?? 0)))
    if (campaign !== null || (spend ?? 0) > 0) add(campaign ?? name, [name], ids);
  const candidates: readonly NamedCampaign[] = [...campaigns.values()];
  return rows.map((row) => {
    if (row.campaign !== null) return row;
    const own = candidates.findIndex(({ campaign }) => campaignKey(campaign) === campaignKey(row.name));
    const likely = suggestCampaign(row.name, own < 0 ? candidates : candidates.slice(0, own));
    return { ...row, likely: own >= 0 && likely?.why === "same_words" ? null : likely };
  });
}

function gathered(rows: readonly ListedCampaign[]): Readonly<Record<string, readonly string[]>> {
  const likely = rows.flatMap(({ name, likely: found }) =>
    found === null ? [] : [{ name, campaign: found.campaign }],
  );
  return Object.fromEntries(
    [...Map.groupBy(likely, ({ campaign }) => campaign)]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([campaign, names]) => [campaign, [...new Set(names.map(({ name }) => name))].sort()]),
  );
}

function byWeight(a: ListedCampaign, b: ListedCampaign): number {
  return (
    Number(b.campaign !== null) - Number(a.campaign !== null) ||
    (a.campaign ?? "").localeCompare(b.campaign ?? "") ||
    (b.spend ?? 0) - (a.spend ?? 0) ||
    (b.leads ?? 0) - (a.leads ?? 0) ||
    (b.sessions ?? 0) - (a.sessions ?? 0) ||
    a.name.localeCompare(b.name)
  );
}
