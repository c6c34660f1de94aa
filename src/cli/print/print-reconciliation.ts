import { EMPTY, formatValue } from "../../model/format/format-value.ts";
import type { CostRule, Reconciliation, Subject } from "../../service/reconciliation/reconciliation.ts";
import { PART_TEXTS, SUBJECT_TEXTS } from "../../service/reconciliation/reconciliation-texts.ts";
import type { OpenWorkspace } from "../../service/workspace/open-workspace.ts";
import type { World } from "../world.ts";
import { table } from "./table.ts";

const texts = {
  en: {
    says: "says",
    rows: "rows",
    residual: "not explained",
    unknown: "Cannot be known from what is loaded:",
    rules: "Cost of a platform counts once",
    platform: "platform",
    connections: "its exports",
    fromPlatform: "months by the platform",
    fromLedger: "months by the ledger",
    leftOut: "left out of the ledger",
  },
  zh: {
    says: "数值",
    rows: "行数",
    residual: "未解释",
    unknown: "无法从已加载的数据得知：",
    rules: "平台费用只计一次",
    platform: "平台",
    connections: "平台导出",
    fromPlatform: "按平台计的月份",
    fromLedger: "按账簿计的月份",
    leftOut: "账簿中不计的金额",
  },
} as const;

/** Each subject: what is said, each difference as a way from one figure to the other, and what cannot be known. */
export function printReconciliation(world: World, workspace: OpenWorkspace, found: Reconciliation): void {
  const { language, currency } = workspace.settings;
  const words = texts[language];
  for (const subject of found.subjects) {
    const value = (amount: number | null) => formatValue(amount, subject.unit, { language, currency, style: "exact" });
    const signed = (amount: number) => `${amount > 0 ? "+" : ""}${value(amount)}`;
    world.out(`${SUBJECT_TEXTS[subject.id]?.[language] ?? subject.id}, ${found.period.label}\n`);
    world.out(
      table(
        [{ title: "" }, { title: words.says, align: "right" }, { title: "" }],
        subject.said.map((one) => [one.name, value(one.value), one.reason?.text ?? ""]),
      ),
    );
    for (const step of subject.steps) {
      const lines = [
        [step.from_name, value(step.from_value), ""],
        ...step.parts.map((part) => [
          `  ${PART_TEXTS[part.id]?.[language] ?? part.id}${part.detail === "" ? "" : ` (${part.detail})`}`,
          signed(part.amount),
          `${part.rows}`,
        ]),
        [`  ${words.residual}`, signed(step.residual), ""],
        [step.to_name, value(step.to_value), ""],
      ];
      world.out(
        `\n${table(
          [{ title: "" }, { title: signed(step.difference), align: "right" }, { title: words.rows, align: "right" }],
          lines,
        )}`,
      );
      if (step.residual !== 0 && step.unknown.length > 0)
        world.out(`${words.unknown}\n${step.unknown.map(({ text }) => `  ${text}\n`).join("")}`);
    }
    if (subject.rules.length > 0) world.out(`\n${rulesTable(subject, words, value)}`);
    world.out("\n");
  }
}

function rulesTable(subject: Subject, words: (typeof texts)["en" | "zh"], value: (amount: number) => string): string {
  const months = (days: CostRule["from_platform"]) => days.map((day) => day.slice(0, 7)).join(", ") || EMPTY;
  return table(
    [
      { title: `${words.rules}: ${words.platform}` },
      { title: words.connections },
      { title: words.fromPlatform },
      { title: words.fromLedger },
      { title: words.leftOut, align: "right" },
      { title: words.rows, align: "right" },
    ],
    subject.rules.map((rule) => [
      rule.platform,
      rule.connections.join(", ") || EMPTY,
      months(rule.from_platform),
      months(rule.from_ledger),
      value(rule.left_out),
      `${rule.left_out_rows}`,
    ]),
  );
}
