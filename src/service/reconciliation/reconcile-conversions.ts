import { conversionParts } from "./ad-parts.ts";
import { adChannels, adLoads } from "./ad-sources.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Part } from "./close-step.ts";
import { readStages } from "./reconcile-leads.ts";
import type { Said, Step, Subject } from "./reconciliation.ts";
import { saidBy, stepBetween, unknown } from "./said.ts";
import { excludedBy, type Site } from "./site.ts";
import { zoneParts } from "./zone-parts.ts";

/** Conversions: what ad platforms report against what web analytics saw, and against the CRM's leads of their channels. */
export async function reconcileConversions(site: Site): Promise<Subject> {
  const { workspace, language, question } = site;
  const formulas = {
    platform_conversions: { formula: "ad_conversions", unit: "count" as const },
    web_conversions: { formula: "macro_conversions", unit: "count" as const },
    crm_leads: { formula: "lead_entries", unit: "count" as const },
  };
  const whole = await askMeasures(workspace, formulas, question, language);
  const row = (id: string) => whole.rows.find(({ kpi }) => kpi === id);
  const platforms = saidBy("platform_conversions", "platform", row("platform_conversions"), language);
  const web = saidBy("web_conversions", "web", row("web_conversions"), language);
  const channels = await adChannels(site, "ad_conversions");
  const byChannel = await askMeasures(
    workspace,
    { web_conversions: formulas.web_conversions, crm_leads: formulas.crm_leads },
    { ...question, by: ["channel"] },
    language,
  );
  const ofChannels = (kpi: string, among: (channel: string) => boolean): number =>
    byChannel.rows
      .filter((one) => one.kpi === kpi && among(one.by.channel ?? ""))
      .reduce((sum, { value }) => sum + (value ?? 0), 0);
  const others = ofChannels("web_conversions", (channel) => !channels.has(channel));
  const loads = await adLoads(site);
  const own = await conversionParts(site, loads);
  const visits = await zoneParts(site, loads, "ad_conversions", "visits");
  const leadDays = await zoneParts(site, loads, "ad_conversions", "leads");
  const leadsOfAds: Said = {
    ...saidBy("crm_leads_ads", "crm", row("crm_leads"), language),
    ...(row("crm_leads")?.value == null ? {} : { value: ofChannels("crm_leads", (channel) => channels.has(channel)) }),
  };
  // Leads of these channels that the CRM holds and that do not count.
  const stages = (await readStages(site)).filter(({ channel }) => channels.has(channel));
  const uncounted = ["repeated", "excluded"].flatMap((what) =>
    [
      ...Map.groupBy(
        stages.filter((one) => one.what === what),
        ({ rule }) => rule,
      ),
    ].map(([rule, own]): Part => {
      const rows = own.reduce((sum, { n }) => sum + Number(n), 0);
      return { id: what, amount: -rows, rows, detail: rule, ...excludedBy(site, rule) };
    }),
  );
  const steps = [
    stepBetween(
      platforms,
      web,
      [
        ...own.parts,
        ...own.window.parts,
        ...visits.parts.map(reversed),
        { id: "other_channels", amount: others, rows: Math.round(others), detail: "" },
      ],
      [
        ...own.unknown,
        ...own.window.unknown,
        ...visits.unknown,
        unknown("bots", language),
        unknown("consent", language),
        unknown("actions", language),
      ],
    ),
    stepBetween(
      platforms,
      leadsOfAds,
      [...own.parts, ...leadDays.parts.map(reversed), ...uncounted],
      [...own.unknown, ...leadDays.unknown, unknown("touch", language), unknown("actions", language)],
    ),
  ];
  return {
    id: "conversions",
    unit: "count",
    said: [platforms, web, leadsOfAds],
    steps: steps.filter((step): step is Step => step !== null),
    rules: [],
  };
}

/** Counted from the platforms' days to the workspace's. */
function reversed(part: Part): Part {
  return { ...part, amount: -part.amount };
}
