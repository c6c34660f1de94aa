import type { Definition, Where } from "./measure.ts";

const funnel = (stage: string, label: Definition["label"], where: Where = {}): Definition => ({
  unit: "count",
  label,
  readings: [{ table: "funnel_entry", aggregate: { kind: "count" }, where: { stage: [stage], ...where } }],
});

const span = (stage: string, start: string, end: string, label: Definition["label"]): Definition => ({
  unit: "days",
  label,
  readings: [
    {
      table: "funnel_entry",
      aggregate: { kind: "durations", start, end, censored: "lost_date" },
      where: { stage: [stage] },
    },
  ],
});

/** Persons by stage, days between stages, meetings. */
export const FUNNEL_MEASURES = {
  lead_entries: funnel("lead", { en: "Persons entering stage lead", zh: "进入线索阶段的人数" }),
  mql_entries: funnel("mql", { en: "Persons entering stage MQL", zh: "进入 MQL 阶段的人数" }),
  sql_entries: funnel("sql", { en: "Persons entering stage SQL", zh: "进入 SQL 阶段的人数" }),
  opportunity_entries: funnel("opportunity", { en: "Persons entering stage opportunity", zh: "进入商机阶段的人数" }),
  won_entries: funnel("won", { en: "Persons entering stage won", zh: "成交人数" }),
  qualified_entries: funnel(
    "lead",
    { en: "Leads with need, budget, authority and fit", zh: "具备需求、预算、决策权且符合画像的线索数" },
    { need: [1], budget: [1], authority: [1], fit: [1] },
  ),
  lead_to_mql_days: span("lead", "lead_date", "mql_date", { en: "Days from lead to MQL", zh: "线索到 MQL 天数" }),
  mql_to_sql_days: span("mql", "mql_date", "sql_date", { en: "Days from MQL to SQL", zh: "MQL 到 SQL 天数" }),
  sql_to_opportunity_days: span("sql", "sql_date", "opportunity_date", {
    en: "Days from SQL to opportunity",
    zh: "SQL 到商机天数",
  }),
  sql_to_won_days: span("sql", "sql_date", "won_date", { en: "Days from SQL to won", zh: "SQL 到成交天数" }),
  mql_to_won_days: span("mql", "mql_date", "won_date", { en: "Days from MQL to won", zh: "MQL 到成交天数" }),
  lead_to_won_days: span("lead", "lead_date", "won_date", { en: "Days from lead to won", zh: "线索到成交天数" }),
  demos_booked: {
    unit: "count",
    label: { en: "Meetings booked", zh: "已预约会议数" },
    readings: [{ table: "meeting_entry", aggregate: { kind: "count" } }],
  },
  demos_held: {
    unit: "count",
    label: { en: "Meetings held", zh: "已举行会议数" },
    readings: [{ table: "meeting_entry", aggregate: { kind: "count" }, where: { status: ["held"] } }],
  },
  mqls_with_demo: {
    unit: "count",
    label: { en: "MQLs with a demo booked", zh: "已预约演示的 MQL 数" },
    readings: [{ table: "funnel_entry", aggregate: { kind: "count" }, where: { stage: ["mql"] }, known: "demo_date" }],
  },
} as const satisfies Record<string, Definition>;
