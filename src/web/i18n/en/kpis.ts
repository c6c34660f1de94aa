export const kpis = {
  title: "KPIs",
  intro: "Every number this workspace can show: its definition, its formula, its proof.",
  search: "Search by name, meaning or id",
  found: "{{count}} of {{all}}",
  nothing: "No KPI matches.",
  goal: "Goal",
  race: "Stage",
  timing: "Kind",
  any: "All",
  better: { higher: "higher is better", lower: "lower is better", none: "no direction" },
} as const;
