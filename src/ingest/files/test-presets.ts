import { type Preset, presetSchema } from "../../model/preset.ts";

/** A preset for a test, from its layouts alone. */
export function testPreset(id: string, layouts: readonly object[]): Preset {
  return presetSchema.parse({
    id,
    system: id,
    version: 1,
    name: { en: id, zh: id },
    evidence: "D",
    export_guide: { en: "for tests", zh: "用于测试" },
    layouts: layouts.map((layout) => ({ facts: [{ fact: "cost", set: {} }], ...layout })),
  });
}

/** Day and amount, the smallest layout that has to decide both notations. */
export const PLAIN: Preset = testPreset("plain", [
  {
    id: "rows",
    columns: { date: ["Date", "日期"], name: ["Name"], amount: ["Amount", "金额"], count: ["Count"] },
    required: ["date", "amount"],
    facts: [
      {
        fact: "cost",
        set: {
          date: "date([date])",
          amount: "money([amount])",
          memo: "text([name])",
          vendor: "text(integer([count]))",
        },
      },
    ],
  },
]);
