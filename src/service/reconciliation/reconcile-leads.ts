import type { AnswerRow } from "../../model/answer.ts";
import { standingStages } from "../../sql/derive/standing-rows.ts";
import { adChannels, adLoads } from "./ad-sources.ts";
import { askMeasures } from "./ask-measures.ts";
import type { Part } from "./close-step.ts";
import type { Said, Step, Subject } from "./reconciliation.ts";
import { SAID_TEXTS } from "./reconciliation-texts.ts";
import { saidBy, stepBetween, unknown } from "./said.ts";
import { excludedBy, parametersOf, type Site } from "./site.ts";
import { zoneParts } from "./zone-parts.ts";

export interface StageRow {
  readonly channel: string;
  /** `record`: a row of the CRM's export; `counted`: a person that counts; `excluded`: one that a rule leaves out. */
  readonly what: "record" | "repeated" | "counted" | "excluded" | "inferred";
  readonly rule: string;
  readonly n: string;
}

/** Leads: the CRM's records against its persons as counted, and these against what ad platforms report. */
export async function reconcileLeads(site: Site): Promise<Subject> {
  const { workspace, language, question } = site;
  const answer = await askMeasures(
    workspace,
    {
      crm_leads: { formula: "lead_entries", unit: "count" },
      platform_leads: { formula: "platform_leads", unit: "count" },
      vendor_leads: { formula: "vendor_leads_accepted", unit: "count" },
    },
    question,
    language,
  );
  const row = (id: string): AnswerRow | undefined => answer.rows.find(({ kpi }) => kpi === id);
  const stages = await readStages(site);
  const count = (what: StageRow["what"], among: (row: StageRow) => boolean = () => true): number =>
    stages.filter((one) => one.what === what && among(one)).reduce((sum, { n }) => sum + Number(n), 0);
  const records: Said = {
    ...saidBy("crm_records", "crm", row("crm_leads"), language),
    ...(row("crm_leads")?.value == null ? {} : { value: count("record") }),
  };
  const counted = saidBy("crm_leads", "leadline", row("crm_leads"), language);
  const platforms = saidBy("platform_leads", "platform", row("platform_leads"), language);
  const inferred = count("inferred");
  const repeated = count("repeated");
  const rules = [...new Set(stages.filter(({ what }) => what === "excluded").map(({ rule }) => rule))].sort();
  const excluded = (sign: 1 | -1, id: string, among?: (row: StageRow) => boolean): Part[] =>
    rules.map((rule) => {
      const rows = count("excluded", (one) => one.rule === rule && (among?.(one) ?? true));
      return { id, amount: sign * rows, rows, detail: rule, ...excludedBy(site, rule) };
    });
  const own = stepBetween(
    records,
    counted,
    [
      { id: "repeated", amount: -repeated, rows: repeated, detail: "" },
      { id: "inferred", amount: inferred, rows: inferred, detail: "" },
      ...excluded(-1, "excluded"),
    ],
    [],
  );
  const channels = await adChannels(site, "platform_leads");
  const ofAds = ({ channel }: StageRow): boolean => channels.has(channel);
  const others = count("counted", (one) => !ofAds(one));
  const twice = count("repeated", ofAds);
  const zones = await zoneParts(site, await adLoads(site), "platform_leads", "leads");
  const across = stepBetween(
    counted,
    platforms,
    [
      { id: "other_channels", amount: -others, rows: others, detail: "" },
      ...excluded(1, "excluded_here", ofAds),
      { id: "repeated_here", amount: twice, rows: twice, detail: "" },
      ...zones.parts,
    ],
    [...zones.unknown, unknown("submit_date", language), unknown("actions", language)],
  );
  return {
    id: "leads",
    unit: "count",
    said: [
      records,
      counted,
      platforms,
      saidBy("vendor_leads", "vendor", row("vendor_leads"), language),
      {
        id: "web_leads",
        name: SAID_TEXTS.web_leads[language],
        kind: "web",
        value: null,
        reason: unknown("web_leads", language),
      },
    ],
    steps: [own, across].filter((step): step is Step => step !== null),
    rules: [],
  };
}

/**
 * Rows of stage lead in the period, each counted by what becomes of it. A record counts as a repetition when no person's
 * entry rests on it.
 */
export async function readStages(site: Site): Promise<readonly StageRow[]> {
  const { workspace, inventory } = site;
  const standing = standingStages(inventory.visible, ["channel", "stage", "date", "load_no", "raw_row"]);
  const lead = "build_no = {build:UInt32} AND stage = 'lead'";
  const days = "date BETWEEN {from:Date} AND {to:Date}";
  return workspace.engine.query<StageRow>(
    `WITH records AS (SELECT toString(channel) AS channel, load_no, raw_row FROM (${standing}) WHERE lower(toString(stage)) = 'lead' AND ${days})
    SELECT channel, what, rule, count() AS n FROM (
      SELECT channel, 'record' AS what, '' AS rule FROM records
      UNION ALL
      SELECT channel, 'repeated', '' FROM records
      WHERE (load_no, raw_row) NOT IN (SELECT load_no, raw_row FROM funnel_entry WHERE ${lead} AND inferred = 0)
      UNION ALL
      SELECT toString(channel), if(excluded = '', 'counted', 'excluded'), toString(excluded) FROM funnel_entry WHERE ${lead} AND ${days}
      UNION ALL
      SELECT toString(channel), 'inferred', '' FROM funnel_entry WHERE ${lead} AND ${days} AND inferred = 1
    ) GROUP BY channel, what, rule`,
    parametersOf(site),
  );
}
