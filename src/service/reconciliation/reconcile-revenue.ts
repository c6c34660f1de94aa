import { valueParts } from "./ad-parts.ts";
import { adLoads } from "./ad-sources.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Part } from "./close-step.ts";
import type { Said, Step, Subject } from "./reconciliation.ts";
import { saidBy, stepBetween, unknown } from "./said.ts";
import { converted, parametersOf, type Site, withRates } from "./site.ts";

interface MoneyRow {
  readonly customer: string;
  readonly won: string | null;
  readonly deals: string;
  readonly billed: string | null;
  readonly bills: string;
}

/** Revenue: the CRM's won deals against what was billed, customer by customer; and what web analytics and platforms claim. */
export async function reconcileRevenue(site: Site): Promise<Subject> {
  const { workspace, language, question } = site;
  const answer = await askMeasures(
    workspace,
    {
      crm_revenue: { formula: "won_amount", unit: "money" },
      ledger_revenue: { formula: "billed_amount", unit: "money" },
      platform_revenue: { formula: "ad_conversion_value", unit: "money" },
      web_revenue: { formula: "web_revenue", unit: "money" },
    },
    question,
    language,
  );
  const row = (id: string) => answer.rows.find(({ kpi }) => kpi === id);
  const crm = saidBy("crm_revenue", "crm", row("crm_revenue"), language);
  const billing = saidBy("ledger_revenue", "ledger", row("ledger_revenue"), language);
  const platforms = saidBy("platform_revenue", "platform", row("platform_revenue"), language);
  const web = saidBy("web_revenue", "web", row("web_revenue"), language);
  const customers = crm.value === null || billing.value === null ? [] : await readCustomers(site);
  const sum = (rows: readonly MoneyRow[], amount: "won" | "billed") =>
    rows.reduce((all, one) => all + Number(one[amount] ?? 0), 0);
  const count = (rows: readonly MoneyRow[], of: "deals" | "bills") =>
    rows.reduce((all, one) => all + Number(one[of]), 0);
  const unbilled = customers.filter(({ deals, bills }) => Number(deals) > 0 && Number(bills) === 0);
  const unwon = customers.filter(({ deals, bills }) => Number(deals) === 0 && Number(bills) > 0);
  const linked = unwon.filter(({ customer }) => customer.startsWith("account/"));
  const unlinked = unwon.filter(({ customer }) => !customer.startsWith("account/"));
  const parts: Part[] = [
    { id: "won_not_billed", amount: -sum(unbilled, "won"), rows: count(unbilled, "deals"), detail: "" },
    { id: "billed_not_won", amount: sum(linked, "billed"), rows: count(linked, "bills"), detail: "" },
    { id: "billed_unlinked", amount: sum(unlinked, "billed"), rows: count(unlinked, "bills"), detail: "" },
  ];
  const value = await valueParts(site, await adLoads(site));
  const steps = [
    stepBetween(crm, billing, parts, [unknown("other_basis", language)]),
    stepBetween(platforms, crm, value.parts, [
      ...value.unknown,
      unknown("other_amounts", language),
      unknown("actions", language),
    ]),
    stepBetween(billing, web, [], [unknown("consent", language)]),
  ];
  return {
    id: "revenue",
    unit: "money",
    said: [crm, billing, web, platforms] satisfies Said[],
    steps: steps.filter((step): step is Step => step !== null),
    rules: [],
  };
}

/**
 * Won and billed in the period by customer. Billing systems number customers by themselves, so the two meet by the account
 * that the deal, and the person or firm who pays, belong to; without one a customer stands under its own key.
 */
async function readCustomers(site: Site): Promise<readonly MoneyRow[]> {
  const rows = (table: string, key: string, id: string, where: string) =>
    `SELECT if(trimBoth(account) != '', concat('account/', lowerUTF8(trimBoth(toString(account)))), if(${key} = '', concat('${id}/', ${id}), ${key})) AS customer, date, amount, currency FROM ${table}
      WHERE build_no = {build:UInt32} AND excluded = '' AND date BETWEEN {from:Date} AND {to:Date}${where}`;
  const side = (source: string, own: "won" | "billed") =>
    `SELECT row.customer AS customer, '${own}' AS side, ${converted("amount", "currency")} AS value FROM (${source}) AS row ${withRates("date")}`;
  return site.workspace.engine.query<MoneyRow>(
    `SELECT customer,
      toString(sumIf(value, side = 'won')) AS won, countIf(side = 'won') AS deals,
      toString(sumIf(value, side = 'billed')) AS billed, countIf(side = 'billed') AS bills
    FROM (
      ${side(rows("deal_event", "account_key", "opportunity_id", " AND event = 'won'"), "won")}
      UNION ALL
      ${side(rows("revenue_entry", "customer_key", "revenue_id", ""), "billed")}
    ) GROUP BY customer`,
    parametersOf(site),
  );
}
