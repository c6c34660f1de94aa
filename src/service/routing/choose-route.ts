import { campaignKey } from "../../model/campaign-aliases.ts";
import { countryCode } from "../../model/countries.ts";
import { type Intent, ROUTED_BY, type Routing, type RoutingRule } from "../../model/routing.ts";

/** What rules look at. */
export interface RoutedLead {
  readonly kind: "vendor" | "form";
  readonly intent: Intent;
  readonly columns: Readonly<Partial<Record<(typeof ROUTED_BY)[number], string>>>;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The first rule that holds for a lead; null where none does. `campaigns`: by `campaignKey`, the campaign a name stands for. */
export function chooseRoute(
  rules: Routing["rules"],
  lead: RoutedLead,
  campaigns: ReadonlyMap<string, string>,
): RoutingRule | null {
  const sameCampaign: Same = (a, b) => same(campaigns.get(campaignKey(a)) ?? a, campaigns.get(campaignKey(b)) ?? b);
  const alike: Readonly<Record<string, Same>> = { country: sameCountry, campaign: sameCampaign };
  return rules.find(({ when }) => holds(when, lead, (column) => alike[column] ?? same)) ?? null;
}

function holds(
  when: RoutingRule["when"],
  { kind, intent, columns, attributes }: RoutedLead,
  alikeBy: (column: string) => Same,
): boolean {
  const among = (wanted: readonly string[] | undefined, value: string | undefined, alike = same): boolean =>
    wanted === undefined || wanted.some((one) => alike(one, value ?? ""));
  return (
    (when.intent === undefined || when.intent.includes(intent)) &&
    (when.kind === undefined || when.kind === kind) &&
    ROUTED_BY.every((column) => among(when[column], columns[column], alikeBy(column))) &&
    Object.entries(when.attributes ?? {}).every(([name, wanted]) => among(wanted, attributes[name]))
  );
}

type Same = (a: string, b: string) => boolean;
const same: Same = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();
const sameCountry: Same = (a, b) => same(countryCode(a), countryCode(b));

const YES = new Set(["yes", "y", "true", "1", "ja", "oui", "si", "sí", "是", "有", "有意向", "はい"]);
const NO = new Set(["no", "n", "false", "0", "nein", "non", "否", "无", "没有", "无意向", "いいえ"]);

/** An answer about intent as people and systems write it. */
export function readIntent(text: string): Intent {
  const answer = text.trim().toLowerCase();
  if (YES.has(answer)) return "yes";
  return NO.has(answer) ? "no" : "unknown";
}
