import { expect, test } from "vitest";
import { table } from "./table.ts";

test("columns line up, numbers to the right, Chinese counted as two", () => {
  expect(
    table(
      [{ title: "渠道" }, { title: "leads", align: "right" }],
      [
        ["自然搜索", "12"],
        ["Email", "1,204"],
      ],
    ),
  ).toBe("渠道      leads\n────────  ─────\n自然搜索     12\nEmail     1,204\n");
});
