import { formatValue } from "../../model/format/format-value.ts";
import type { ComparedRow, Comparison } from "../../service/comparison/compare-channels.ts";
import { COMPARED_STAGES, REVENUE, SPEND, STAGE_KPIS } from "../../service/comparison/comparison-question.ts";
import { BY_TEXTS, STAGE_TEXTS, VERDICT_TEXTS } from "../../service/comparison/comparison-texts.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { type World, widthOf } from "../world.ts";
import { shownValue } from "./shown-value.ts";
import { table } from "./table.ts";
import { paragraph } from "./wrap-text.ts";

const titles = {
  en: {
    total: "all",
    spend: "spend",
    revenue: "revenue",
    costs: "Cost per",
    among: "among those with spend",
    share: "of spend",
    of: "of",
    parity: "parity",
    interval: "95% interval",
  },
  zh: {
    total: "合计",
    spend: "花费",
    revenue: "收入",
    costs: "单位成本",
    among: "有花费的各项",
    share: "花费占比",
    of: "占比：",
    parity: "对等指数",
    interval: "95% 区间",
  },
} as const;

/** A comparison as three tables (what was spent and brought, what each cost, shares and parity of those with spend), then in sentences. */
export function printComparison(world: World, workspace: OpenWorkspace, comparison: Comparison): void {
  const { language, currency } = workspace.settings;
  const words = titles[language];
  const width = widthOf(world);
  const { rows, total, by, stage, question } = comparison;
  const stages = STAGE_TEXTS[language];
  const lines = [...rows, { name: words.total, values: total, parity: null }] as const;
  const show = ({ values }: Pick<ComparedRow, "values">, kpi: string) => {
    const row = values[kpi];
    return row === undefined ? "" : formatValue(row.value, row.unit, { language, currency });
  };
  const first = { title: `${BY_TEXTS[language][by]}, ${question.period}` };
  const right = (title: string) => ({ title, align: "right" as const });
  const counts = COMPARED_STAGES.map((one) => STAGE_KPIS[one].count);
  const costs = COMPARED_STAGES.map((one) => STAGE_KPIS[one].cost);
  world.out(
    table(
      [first, right(words.spend), ...COMPARED_STAGES.map((one) => right(stages[one])), right(words.revenue)],
      lines.map((row) => [shownValue(row.name, language), ...[SPEND, ...counts, REVENUE].map((kpi) => show(row, kpi))]),
      width,
    ),
  );
  world.out(
    `\n${table(
      [{ title: words.costs }, ...COMPARED_STAGES.map((one) => right(stages[one]))],
      lines.map((row) => [shownValue(row.name, language), ...costs.map((kpi) => show(row, kpi))]),
      width,
    )}`,
  );
  const judged = (value: number | null | undefined, unit: "ratio" | "multiple") =>
    formatValue(value ?? null, unit, { language, currency });
  world.out(
    `\n${table(
      [
        { title: words.among, wrap: true },
        right(words.share),
        right(`${words.of}${language === "en" ? " " : ""}${stages[stage]}`),
        right(words.parity),
        { title: words.interval },
        { title: "", wrap: true },
      ],
      rows.map(({ name, parity }) => [
        shownValue(name, language),
        judged(parity?.spendShare, "ratio"),
        judged(parity?.conversionShare, "ratio"),
        judged(parity?.value, "multiple"),
        parity?.interval?.map((edge) => judged(edge, "multiple")).join(" – ") ?? "",
        parity === null ? "" : VERDICT_TEXTS[language][parity.verdict],
      ]),
      width,
    )}`,
  );
  world.out("\n");
  if (comparison.headline !== null) world.out(paragraph(comparison.headline.sentence, width));
  for (const { text } of comparison.notes) world.out(paragraph(text, width));
}
