import { EMPTY, formatValue } from "../../model/format/format-value.ts";
import { addMonths } from "../../plan/period/iso-day.ts";
import type { CostRule, Reconciliation, Subject } from "../../service/reconciliation/reconciliation.ts";
import { partText, SUBJECT_TEXTS } from "../../service/reconciliation/reconciliation-texts.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import { type World, widthOf } from "../world.ts";
import { table } from "./table.ts";
import { paragraph } from "./wrap-text.ts";

const texts = {
  en: {
    says: "says",
    rows: "rows",
    residual: "not explained",
    unknown: "Cannot be known from what is loaded:",
    rules: "Cost of a platform counts once: by its exports where they cover a month, else by the ledger.",
    platform: "exports",
    fromPlatform: "months",
    spend: "spend",
    fromLedger: "ledger",
    leftOut: "left out",
  },
  zh: {
    says: "数值",
    rows: "行数",
    residual: "未解释",
    unknown: "无法从已加载的数据得知：",
    rules: "平台费用只计一次：平台导出覆盖的月份按导出计，其余按账簿计。",
    platform: "平台导出",
    fromPlatform: "按导出计的月份",
    spend: "花费",
    fromLedger: "按账簿计的月份",
    leftOut: "账簿中不计的金额",
  },
} as const;

/** Each subject: what is said, each difference as a way from one figure to the other, and what cannot be known. */
export function printReconciliation(world: World, workspace: OpenWorkspace, found: Reconciliation): void {
  const { language, currency } = workspace.settings;
  const words = texts[language];
  const width = widthOf(world);
  for (const subject of found.subjects) {
    // Figures are kept to four decimals; less than half a cent is nothing.
    const value = (amount: number | null) =>
      formatValue(amount !== null && Math.abs(amount) < 0.005 ? 0 : amount, subject.unit, {
        language,
        currency,
        style: "exact",
      });
    const signed = (amount: number) => `${amount >= 0.005 ? "+" : ""}${value(amount)}`;
    world.out(`${SUBJECT_TEXTS[subject.id]?.[language] ?? subject.id}, ${found.period.label}\n`);
    world.out(
      table(
        [
          { title: "", wrap: true },
          { title: words.says, align: "right" },
          { title: "", wrap: true },
        ],
        subject.said.map((one) => [one.name, value(one.value), one.reason?.text ?? ""]),
        width,
      ),
    );
    for (const step of subject.steps) {
      const lines = [
        [step.from_name, value(step.from_value), ""],
        ...step.parts.map((part) => [
          `  ${partText(part, language)}${part.detail === "" ? "" : ` (${part.detail})`}`,
          signed(part.amount),
          `${part.rows}`,
        ]),
        [`  ${words.residual}`, signed(step.residual), ""],
        [step.to_name, value(step.to_value), ""],
      ];
      world.out(
        `\n${table(
          [
            { title: "", wrap: true },
            { title: signed(step.difference), align: "right" },
            { title: words.rows, align: "right" },
          ],
          lines,
          width,
        )}`,
      );
      const shown =
        step.residual !== 0 || subject.unit === "count" || step.unknown.some(({ code }) => code === "cost_gap");
      if (shown && step.unknown.length > 0)
        world.out(`${words.unknown}\n${step.unknown.map(({ text }) => paragraph(text, width, "  ")).join("")}`);
    }
    if (subject.rules.length > 0) world.out(`\n${words.rules}\n${rulesTable(subject, words, value, width)}`);
    world.out("\n");
  }
}

/** `2026-02, 2026-04..2026-06`. */
function months(days: CostRule["from_platform"]): string {
  const runs: { from: string; to: string }[] = [];
  for (const day of days) {
    const last = runs.at(-1);
    if (last !== undefined && addMonths(last.to, 1) === day) last.to = day;
    else runs.push({ from: day, to: day });
  }
  const text = ({ from, to }: (typeof runs)[number]) => [...new Set([from.slice(0, 7), to.slice(0, 7)])].join("..");
  return runs.map(text).join(", ") || EMPTY;
}

/** A line for each connection; what the ledger loses stands with the platform's first one. */
function rulesTable(
  subject: Subject,
  words: (typeof texts)["en" | "zh"],
  value: (amount: number) => string,
  width: number,
): string {
  const right = (title: string) => ({ title, align: "right" as const });
  return table(
    [
      { title: words.platform, wrap: true },
      { title: words.fromPlatform, wrap: true },
      right(words.spend),
      { title: words.fromLedger, wrap: true },
      right(words.leftOut),
      right(words.rows),
    ],
    subject.rules.flatMap((rule) => {
      const ledger = [months(rule.from_ledger), value(rule.left_out), `${rule.left_out_rows}`];
      const none = { connection: rule.platform, months: [], spend: null };
      const each = rule.by_connection.length === 0 ? [none] : rule.by_connection;
      return each.map((own, at) => [
        own.connection,
        months(own.months),
        own.spend === null ? EMPTY : value(own.spend),
        ...(at === 0 ? ledger : []),
      ]);
    }),
    width,
  );
}
