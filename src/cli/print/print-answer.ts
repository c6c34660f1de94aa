import type { Answer, AnswerRow } from "../../model/answer.ts";
import { DIMENSION_NAMES } from "../../model/dimension-names.ts";
import { changeInWords, formatValue } from "../../model/format/format-value.ts";
import { machineSignalName } from "../../model/machine-signals.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { wordsIn } from "../words/index.ts";
import { type World, widthOf } from "../world.ts";
import { shownValue } from "./shown-value.ts";
import { type Column, table } from "./table.ts";
import { paragraph } from "./wrap-text.ts";

const titles = {
  en: {
    group: "",
    kpi: "KPI",
    period: "period",
    value: "value",
    compare: "compared with",
    interval: "95% interval",
    note: "",
    total: "total",
  },
  zh: {
    group: "",
    kpi: "指标",
    period: "期间",
    value: "数值",
    compare: "对比",
    interval: "95% 区间",
    note: "",
    total: "合计",
  },
} as const;

/** An answer as a table in the workspace's language. */
export function printAnswer(world: World, workspace: OpenWorkspace, answer: Answer): void {
  const { language, currency } = workspace.settings;
  const words = titles[language];
  const dims = answer.question.by;
  const grouped = answer.rows.some((row) => row.group);
  const compared = answer.rows.some((row) => row.previous);
  const intervals = answer.rows.some((row) => row.interval);
  const format = { language, currency };
  const columns: Column[] = [
    ...(grouped ? [{ title: words.group, key: true }] : []),
    { title: words.kpi, wrap: true, key: true },
    { title: words.period, key: true },
    ...dims.map((dim) => ({ title: DIMENSION_NAMES[dim]?.[language].toLowerCase() ?? dim, key: true })),
    { title: words.value, align: "right" as const },
    ...(intervals ? [{ title: words.interval }] : []),
    ...(compared ? [{ title: words.compare }] : []),
    { title: words.note, wrap: true },
  ];
  const name = (id: string) => workspace.catalogue.kpis.get(id)?.kpi.name[language] ?? id;
  const comparison = (row: AnswerRow) => {
    if (!row.previous) return "";
    const before = `${row.previous.period.label}: ${formatValue(row.previous.value, row.unit, format)}`;
    const change = changeInWords(row.previous.change, language);
    return change ? `${change} (${before})` : before;
  };
  const cells = (row: AnswerRow, label: readonly string[]): string[] => [
    ...(grouped ? [row.group ?? ""] : []),
    name(row.kpi),
    row.period.label,
    ...label,
    formatValue(row.value, row.unit, format),
    ...(intervals
      ? [row.interval ? row.interval.map((edge) => formatValue(edge, row.unit, format)).join(" – ") : ""]
      : []),
    ...(compared ? [comparison(row)] : []),
    row.state === "ok" ? "" : (row.reason?.text ?? row.state),
  ];
  const rows = answer.rows.map((row) =>
    cells(
      row,
      dims.map((dim) => shownValue(row.by[dim] ?? "", language)),
    ),
  );
  const several = answer.rows.length > new Set(answer.rows.map((row) => row.kpi)).size;
  const totals = several
    ? answer.total.map((row) =>
        cells(
          row,
          dims.map((_, i) => (i === 0 ? words.total : "")),
        ),
      )
    : [];
  const width = widthOf(world);
  world.out(table(columns, [...rows, ...totals], width));
  for (const note of answer.notes) world.out(paragraph(note.text, width));
  const texts = wordsIn(language);
  const share = (value: number) => formatValue(value, "ratio", format);
  const whole = (value: number) => formatValue(value, "count", format);
  for (const { rule, raw, human, left_out, share: of, signals } of answer.machines ?? []) {
    const by = signals.map(
      (one) => `${machineSignalName(one.signal, language)} ${whole(one.rows)} (${share(one.share)})`,
    );
    const what = texts.machineRules[rule] ?? rule;
    const line = texts.machines(what, whole(human), whole(raw), whole(left_out), share(of), by.join(texts.join));
    world.out(paragraph(line, width));
  }
}
