import { adChannels, adConnections } from "./ad-sources.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Part } from "./close-step.ts";
import { readStages } from "./reconcile-leads.ts";
import type { Said, Step, Subject } from "./reconciliation.ts";
import { saidBy, stepBetween, unknown } from "./said.ts";
import type { Site } from "./site.ts";

/** Conversions: what ad platforms report against what web analytics saw, and this against the CRM's leads. */
export async function reconcileConversions(site: Site): Promise<Subject> {
  const { workspace, language, question } = site;
  const formulas = {
    platform_conversions: { formula: "ad_conversions", unit: "count" as const },
    view_conversions: { formula: "view_conversions", unit: "count" as const },
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
  const seen = row("view_conversions")?.value ?? 0;
  const telling = await adConnections(site, "view_conversions");
  const silent = [...(await adConnections(site, "ad_conversions"))]
    .filter(([name, value]) => value !== 0 && !telling.has(name))
    .map(([name]) => name);
  const leadsOfAds: Said = {
    ...saidBy("crm_leads_ads", "crm", row("crm_leads"), language),
    ...(row("crm_leads")?.value == null ? {} : { value: ofChannels("crm_leads", (channel) => channels.has(channel)) }),
  };
  const view: Part = { id: "view_through", amount: -seen, rows: Math.round(seen), detail: "" };
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
      return { id: what, amount: -rows, rows, detail: rule };
    }),
  );
  const steps = [
    stepBetween(
      platforms,
      web,
      [view, { id: "other_channels", amount: others, rows: Math.round(others), detail: "" }],
      [
        ...(silent.length > 0 ? [unknown("view_through", language, { sources: silent.join(", ") })] : []),
        unknown("click_date", language),
        unknown("window", language),
        unknown("bots", language),
        unknown("consent", language),
        unknown("time_zone", language),
      ],
    ),
    stepBetween(
      platforms,
      leadsOfAds,
      [view, ...uncounted],
      [unknown("actions", language), unknown("click_date", language)],
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
