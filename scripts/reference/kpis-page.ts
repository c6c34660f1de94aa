import { join } from "node:path";
import { loadCatalogue } from "../../src/service/catalogue/load-catalogue.ts";

const root = join(import.meta.dirname, "..", "..");
const words = {
  en: {
    title: "KPIs",
    intro: "Written by `npm run reference` from `catalogue/`. Every KPI's worked example runs as a test.",
    formula: "formula",
    unit: "unit",
    better: "better",
    when: "When it is off",
    healthy: "Healthy",
  },
  zh: {
    title: "指标目录",
    intro: "由 `npm run reference` 根据 `catalogue/` 生成。每个指标的算例都作为测试运行。",
    formula: "公式",
    unit: "单位",
    better: "方向",
    when: "偏离时怎么办",
    healthy: "健康区间",
  },
} as const;

/** The catalogue by family, in one language. */
export function kpisPage(language: "en" | "zh"): string {
  const text = words[language];
  const { kpis } = loadCatalogue({ productDir: root });
  const families = Map.groupBy([...kpis.values()], ({ kpi }) => kpi.family);
  const sections = [...families].map(([family, members]) => {
    const entries = members.map(({ kpi }) => {
      const range = kpi.healthy
        ? `${text.healthy}: ${kpi.healthy.from ?? "…"} – ${kpi.healthy.to ?? "…"}${kpi.healthy.note ? ` (${kpi.healthy.note[language]})` : ""}\n\n`
        : "";
      return `### ${kpi.name[language]} \`${kpi.id}\`

${kpi.definition[language]}

\`${kpi.id} = ${kpi.formula}\` · ${text.unit}: ${kpi.unit} · ${text.better}: ${kpi.better} · ${kpi.goal_class} · ${kpi.race} · ${kpi.timing}

${range}${text.when}: ${kpi.decisions[language].join(" ")}
`;
    });
    return `## ${family}\n\n${entries.join("\n")}`;
  });
  return `# ${text.title}\n\n${text.intro}\n\n${sections.join("\n")}`;
}
