import type { Kpi } from "../../model/kpi.ts";

const families: Readonly<Record<string, string>> = {
  traffic: "traffic",
  content: "content",
  conversion: "conversion",
  advertising: "advertising",
  funnel: "people",
  money: "deals",
  email: "email",
  programs: "programs",
  search: "search",
};

const byName: readonly (readonly [RegExp, string])[] = [
  [/^(account_penetration|buying_group_)/, "accounts"],
  [/^(spend_share|parity_index)/, "cost"],
  [/^(conversion_share)/, "people"],
  [/^(social_|audience_growth)/, "social"],
  [/^(reading_time|read_depth)/, "content"],
  [/^(email_(mqls|demos|opportunities|pipeline)|leads_to_nurture|nurture_)/, "email"],
  [/^(ltv_|customer_lifetime|arpa|cac_payback)/, "subscriptions"],
  [/^(mroi|profit|marketing_cost|cac_|cpl|cost_per_)/, "cost"],
  [/^(opportunities|sourced_opportunities|win_rate|sales_cycle|sales_velocity|customers_won)/, "deals"],
];

/** Which kind of export fills a KPI that no source feeds yet; a key of the texts `fills`. */
export function filledBy({ id, family }: Pick<Kpi, "id" | "family">): string {
  return byName.find(([pattern]) => pattern.test(id))?.[1] ?? families[family] ?? "conversion";
}
