import { z } from "zod";
import { workspaceSchema } from "../../src/model/workspace.ts";

const meanings: Record<string, string> = {
  name: "The company's or team's name.",
  currency: "Currency of every answer.",
  timezone: "The business time zone: decides to which day a record belongs.",
  language: "`en` or `zh`: the command line, reasons and notes; readers of the web page choose for themselves.",
  fiscal_year_start: "First month of the fiscal year, 1 to 12.",
  week_start: "`monday`, `sunday` or `saturday`.",
  warehouse:
    "`url` of a ClickHouse server (else `CLICKHOUSE_URL`, else embedded) and its `database`, without which the workspace has one of its own.",
  revenue_basis: "`booked`: amounts of won deals; `billed`: revenue records.",
  not_marketing_channels: "A deal is sourced by marketing when its first known channel is none of these.",
  revenue_targets: "Revenue target by period (`2026`, `2026-Q1`, `2026-03`), in the workspace's currency.",
  gross_margin: "Share of revenue left after the cost of serving, for LTV on margin.",
  discount_rate: "Yearly rate for present values.",
  lifetime_cap_months: "How far a customer's lifetime is looked at.",
  cohort_window_days: "Window of cohort questions that name none; else each KPI's own.",
  markets: "Named sets of country codes: `DACH: [DE, AT, CH]`.",
  exclusions:
    "Named rules that leave out test, internal, competitor or customer records, by mail domain, pattern on the address (`email_patterns`), account or person. A forgotten person stays with the rules whose patterns had caught the address, by their `id`, as long as such a rule has patterns; patterns written or changed later judge nobody who is forgotten.",
  channel_rules:
    "Channels of your own, tried before the built-in rules: regular expressions on source, medium, campaign, system. When they change, the channels of everything loaded are told anew, except where a file or its preset names the channel itself.",
  campaign_aliases:
    'Campaigns with their other names (platform id, platform name, `utm_campaign`, name in the CRM): `Spring launch: ["120210000000000417", spring-launch]`, or one pair a name: `spring-launch: Spring launch`. Case and outer blanks do not matter; counts at once.',
  routing:
    "Who gets leads that answered whether they mean to buy: rules (`when` intent, kind, channel, vendor, country, …, `to` a list), the attribute with the answer, and the reasons of suppression that hold a lead back.",
  boards: "Boards of your own: name, groups, KPIs.",
};

/** `leadline.yaml`, key by key; fails when a setting has no meaning here. */
export function settingsPage(): string {
  const schema = z.toJSONSchema(workspaceSchema, { io: "input", unrepresentable: "any" });
  const defaults = workspaceSchema.parse({}) as Record<string, unknown>;
  const rows = Object.keys(schema.properties ?? {}).map((key) => {
    const meaning = meanings[key];
    if (!meaning) throw new Error(`scripts/reference/settings-page.ts does not say what ${key} means`);
    const value = defaults[key];
    return `| \`${key}\` | ${meaning} | ${value === undefined ? "" : `\`${JSON.stringify(value)}\``} |`;
  });
  return `# Settings

Written by \`npm run reference\`. A workspace's \`leadline.yaml\`; every key may be left out.

| key | means | default |
|---|---|---|
${rows.join("\n")}
`;
}
