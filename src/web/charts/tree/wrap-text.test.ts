import { expect, test } from "vitest";
import { wrapText } from "./wrap-text.ts";

test("words stay whole, Chinese breaks anywhere, and what does not fit ends in an ellipsis", () => {
  expect(wrapText("Marketing return on investment", 140, 13)).toEqual(["Marketing return on", "investment"]);
  expect(wrapText("Sessions", 140, 13)).toEqual(["Sessions"]);
  expect(wrapText("销售合格线索数", 52, 13)).toEqual(["销售合格", "线索数"]);
  const cut = wrapText("Cost per marketing-qualified lead over all channels", 90, 13);
  expect(cut).toHaveLength(2);
  expect(cut[1]).toMatch(/…$/);
  expect(wrapText("", 90, 13)).toEqual([]);
});
