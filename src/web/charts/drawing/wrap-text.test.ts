import { expect, test } from "vitest";
import { wrapText } from "./wrap-text.ts";

test("words stay whole, Chinese breaks anywhere, and what does not fit ends in an ellipsis", () => {
  expect(wrapText("Marketing return on investment", 140, 13)).toEqual(["Marketing return on", "investment"]);
  expect(wrapText("Sessions", 140, 13)).toEqual(["Sessions"]);
  expect(wrapText("销售合格线索数", 52, 13)).toEqual(["销售合格", "线索数"]);
  // A bracket that closes does not begin a line, and the blank before a Latin word stays.
  expect(wrapText("获客成本（仅市场）", 104, 13)).toEqual(["获客成本（仅市", "场）"]);
  expect(wrapText("单个 MQL 成本", 200, 13)).toEqual(["单个 MQL 成本"]);
  const cut = wrapText("Cost per marketing-qualified lead over all channels", 90, 13);
  expect(cut).toHaveLength(2);
  expect(cut[1]).toMatch(/…$/);
  expect(wrapText("", 90, 13)).toEqual([]);
});
