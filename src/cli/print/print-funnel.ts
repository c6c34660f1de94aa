import type { AnswerRow } from "../../model/answer.ts";
import { changeInWords, formatValue } from "../../model/format/format-value.ts";
import type { PlannedStep } from "../../service/funnel/funnel-plan.ts";
import type { Funnel, FunnelSegment } from "../../service/funnel/show-funnel.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { wordsIn } from "../words/index.ts";
import type { World } from "../world.ts";
import { type Column, table } from "./table.ts";

const titles = {
  en: { what: "", days: "median days", rate: "to the next", interval: "95% interval", compare: "compared with", n: "" },
  zh: { what: "", days: "用时中位数", rate: "到下一步", interval: "95% 区间", compare: "对比", n: "" },
} as const;
const modes = {
  en: { period: "Rates: period", cohort: "Rates: cohort" },
  zh: { period: "转化率：期间口径", cohort: "转化率：同期群口径" },
} as const;

/** A funnel as tables in the workspace's language: the whole, then each segment. */
export function printFunnel(world: World, workspace: OpenWorkspace, funnel: Funnel): void {
  const { language, currency } = workspace.settings;
  const words = titles[language];
  const { question, segments, plan, kpis } = funnel;
  const value = (row: AnswerRow | undefined) => (row ? formatValue(row.value, row.unit, { language, currency }) : "");
  const columns: Column[] = [
    { title: words.what },
    { title: question.period, align: "right" },
    { title: words.compare },
    { title: words.rate, align: "right" },
    { title: words.interval },
    { title: words.days, align: "right" },
    { title: words.n },
  ];
  const compared = (row: AnswerRow | undefined) =>
    row?.previous
      ? [row.previous.period.label, changeInWords(row.previous.change, language)].filter(Boolean).join(": ")
      : "";
  const steps = new Map<string, PlannedStep>(plan.steps.map((step) => [step.from, step]));
  const lines = ({ rows }: FunnelSegment): string[][] => {
    const of = (id: string | null | undefined) => (id == null ? undefined : rows[id]);
    const name = (id: string) => kpis[id]?.name[language] ?? id;
    return plan.stages.flatMap(({ stage, count, beside }) => {
      const step = steps.get(stage);
      const [rate, days] = [of(step?.rate), of(step?.velocity)];
      const said = [of(count), rate, days].filter((row) => row !== undefined && row.state !== "ok");
      const interval = rate?.interval?.map((edge) => formatValue(edge, "ratio", { language, currency })).join(" – ");
      const own = count === null ? [] : [name(count), value(of(count)), compared(of(count))];
      return [
        ...(count === null
          ? []
          : [[...own, value(rate), interval ?? "", value(days), said[0]?.reason?.text ?? said[0]?.state ?? ""]]),
        ...beside.map((id) => [
          `  ${name(id)}`,
          value(of(id)),
          compared(of(id)),
          "",
          "",
          "",
          of(id)?.reason?.text ?? "",
        ]),
      ];
    });
  };
  const window =
    question.mode === "cohort" && question.window !== undefined
      ? `, ${wordsIn(language).days(String(question.window))}`
      : "";
  world.out(`${modes[language][question.mode]}${window}\n`);
  for (const segment of segments) {
    const named = Object.entries(segment.by).map(([dimension, text]) => `${dimension} = ${text}`);
    world.out(`\n${named.length > 0 ? `${named.join(", ")}\n` : ""}${table(columns, lines(segment))}`);
  }
  for (const note of funnel.notes) world.out(`${note.text}\n`);
}
