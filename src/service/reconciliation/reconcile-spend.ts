import { startOfMonth } from "../../plan/period/iso-day.ts";
import { repeatedCost } from "../../plan/sources/platform-cost.ts";
import { visibleRows } from "../../sql/derive/visible-rows.ts";
import { adConnections, nameOf } from "./ad-sources.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Part } from "./close-step.ts";
import { costGaps, monthsOf } from "./cost-gaps.ts";
import type { CostRule, Said, Step, Subject } from "./reconciliation.ts";
import { SAID_TEXTS } from "./reconciliation-texts.ts";
import { saidBy, stepBetween, unknown } from "./said.ts";
import { converted, parametersOf, type Site, withRates } from "./site.ts";

const MARKETING = ["media", "tools", "people", "travel", "agency", "content", "other"];

interface LedgerRow {
  readonly platform: string;
  readonly month: string;
  readonly media: number | string;
  readonly amount: string;
  readonly n: string;
  /** Rows in other currencies than the workspace's. */
  readonly foreign: string;
}

/** Spend: platforms and ledger as they stand against what is counted, and each platform against its lines in the ledger. */
export async function reconcileSpend(site: Site): Promise<Subject> {
  const { workspace, language, question, inventory } = site;
  const answer = await askMeasures(
    workspace,
    {
      platform_spend: { formula: "ad_cost", unit: "money" },
      counted_spend: { formula: "total_marketing_cost", unit: "money" },
      ledger_spend: { formula: "ledger_marketing_cost", unit: "money" },
    },
    question,
    language,
  );
  const row = (id: string) => answer.rows.find(({ kpi }) => kpi === id);
  const ledgerRows = await readLedger(site);
  const sum = (rows: readonly LedgerRow[]) => rows.reduce((all, { amount }) => all + Number(amount), 0);
  const count = (rows: readonly LedgerRow[]) => rows.reduce((all, { n }) => all + Number(n), 0);
  const repeats = new Map(repeatedCost(inventory).map(({ platform, months }) => [platform, new Set(months)]));
  const isRepeated = ({ platform, month, media }: LedgerRow) =>
    Number(media) === 1 && (repeats.get(platform)?.has(month) ?? false);

  const platforms = saidBy("platform_spend", "platform", row("platform_spend"), language);
  const counted = saidBy("counted_spend", "leadline", row("counted_spend"), language);
  const hasLedger = ledgerRows.length > 0;
  const ledger: Said = {
    ...saidBy("ledger_spend", "ledger", row("ledger_spend"), language),
    ...(hasLedger ? { value: sum(ledgerRows), reason: null } : {}),
  };
  const both: Said = {
    id: "both_spend",
    name: SAID_TEXTS.both_spend[language],
    kind: "leadline",
    value: platforms.value === null && ledger.value === null ? null : (platforms.value ?? 0) + (ledger.value ?? 0),
    reason: null,
  };
  const byPlatform = Map.groupBy(ledgerRows.filter(isRepeated), ({ platform }) => platform);
  const gaps = [...byPlatform].flatMap(([platform, rows]) =>
    costGaps(site, platform, [...new Set(rows.map(({ month }) => month))].sort()).map(
      ({ connection, month, days, of }) =>
        unknown("cost_gap", language, {
          platform,
          connection,
          month: month.slice(0, 7),
          days: String(days),
          of: String(of),
        }),
    ),
  );
  const once = stepBetween(
    both,
    counted,
    [...byPlatform]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([platform, rows]): Part => ({ id: "counted_once", amount: -sum(rows), rows: count(rows), detail: platform }),
      ),
    gaps,
  );

  const spend = await platformSpend(site);
  const months = monthsOf(site);
  const rules: CostRule[] = [];
  const steps: (Step | null)[] = [once];
  for (const platform of [
    ...new Set([...spend.keys(), ...ledgerRows.filter(({ media }) => Number(media) === 1).map((one) => one.platform)]),
  ].sort()) {
    if (platform === "") continue;
    const own = ledgerRows.filter((one) => one.platform === platform && Number(one.media) === 1);
    const told = spend.get(platform) ?? new Map<string, MonthSpend>();
    const covered = months.filter((month) => repeats.get(platform)?.has(month));
    const repeated = own.filter(isRepeated);
    const ledgerMonths = new Set(own.map(({ month }) => month));
    const bySource = Map.groupBy(
      [...told].flatMap(([month, { of }]) => of.map((one) => ({ ...one, month }))),
      ({ connection }) => connection,
    );
    const platformTotal = [...told.values()].reduce((all, one) => all + one.spend, 0);
    rules.push({
      platform,
      connections: [...bySource.keys()].sort(),
      by_connection: [...bySource]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([connection, figures]) => ({
          connection,
          months: figures.map(({ month }) => month).sort(),
          spend: rounded(figures.reduce((all, one) => all + one.spend, 0)),
        })),
      from_platform: covered,
      from_ledger: months.filter((month) => !covered.includes(month) && ledgerMonths.has(month)),
      platform_spend: rounded(platformTotal),
      left_out: rounded(sum(repeated)),
      left_out_rows: count(repeated),
    });
    if (own.length === 0 || told.size === 0) continue;
    const alone = [...told].filter(([month]) => !ledgerMonths.has(month));
    const late = own.filter(({ month }) => !told.has(month));
    steps.push(
      stepBetween(
        {
          id: `platform_spend/${platform}`,
          name: `${SAID_TEXTS.platform_spend[language]} (${platform})`,
          value: platformTotal,
        },
        { id: `ledger_spend/${platform}`, name: `${SAID_TEXTS.ledger_spend[language]} (${platform})`, value: sum(own) },
        [
          {
            id: "months_without_ledger",
            amount: -alone.reduce((all, [, one]) => all + one.spend, 0),
            rows: alone.length,
            detail: alone.map(([month]) => month.slice(0, 7)).join(", "),
          },
          {
            id: "months_without_platform",
            amount: sum(late),
            rows: count(late),
            detail: [...new Set(late.map(({ month }) => month.slice(0, 7)))].sort().join(", "),
          },
        ],
        [
          unknown("tax_and_credits", language),
          ...(own.some(({ foreign }) => Number(foreign) > 0) ? [unknown("exchange_rate", language)] : []),
        ],
      ),
    );
  }
  const connections = await adConnections(site, "ad_cost", "money");
  const each = [...connections]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]): Said => ({ id: `platform_spend/${name}`, name, kind: "platform", value, reason: null }));
  return {
    id: "spend",
    unit: "money",
    said: [platforms, ...each, ledger, both, counted],
    steps: steps.filter((step): step is Step => step !== null),
    rules,
  };
}

/** The ledger's marketing cost of the period as it stands, by platform and month, in the workspace's currency. */
async function readLedger(site: Site): Promise<readonly LedgerRow[]> {
  const { workspace, inventory } = site;
  return workspace.engine.query<LedgerRow>(
    `SELECT lower(toString(row.platform)) AS platform, toStartOfMonth(row.date) AS month, toString(row.category) = 'media' AS media,
      toString(sum(${converted("amount", "currency")})) AS amount, count() AS n, countIf(toString(row.currency) != {currency:String}) AS foreign
    FROM (SELECT date, category, platform, amount, currency FROM cost
      WHERE ${visibleRows("cost", inventory.visible)} AND date BETWEEN {from:Date} AND {to:Date} AND category IN {categories:Array(String)}) AS row
    ${withRates("date")}
    GROUP BY platform, month, media`,
    { ...parametersOf(site), categories: MARKETING },
  );
}

/** What a platform's exports say of a month, and what each connection of it does. */
interface MonthSpend {
  readonly spend: number;
  readonly of: readonly { readonly connection: string; readonly spend: number }[];
}

/** What each platform's own exports say, by month. */
async function platformSpend(site: Site): Promise<ReadonlyMap<string, ReadonlyMap<string, MonthSpend>>> {
  const { workspace, question, language } = site;
  const answer = await askMeasures(
    workspace,
    { spend: { formula: "ad_cost", unit: "money" } },
    { ...question, grain: "month", by: ["platform", "system", "connection"] },
    language,
  );
  const found = new Map<string, Map<string, MonthSpend>>();
  for (const { by, value, period } of answer.rows) {
    if (value === null || value === 0) continue;
    const platform = (by.platform ?? "").toLowerCase();
    const months = found.get(platform) ?? new Map<string, MonthSpend>();
    const month = startOfMonth(period.from);
    const known = months.get(month) ?? { spend: 0, of: [] };
    const own = { connection: nameOf(by), spend: value };
    months.set(month, { spend: known.spend + value, of: [...known.of, own] });
    found.set(platform, months);
  }
  return found;
}

const rounded = (amount: number): number => Math.round(amount * 10_000) / 10_000;
