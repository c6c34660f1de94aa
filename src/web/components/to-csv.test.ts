import { expect, test } from "vitest";
import type { AnswerRow } from "../../model/answer.ts";
import { toCsv } from "./to-csv.ts";

const row: AnswerRow = {
  kpi: "win_rate",
  period: { from: "2026-01-01", to: "2026-03-31", label: "2026-Q1" },
  by: { campaign: '=cmd|"x", y' },
  value: 0.412345678,
  state: "ok",
  unit: "ratio",
  n: 120,
  interval: [0.33, 0.5],
  definition: "win_rate@1",
};

test("a saved answer keeps every digit and cannot run as a formula", () => {
  expect(toCsv([row])).toBe(
    "kpi,period,from,to,campaign,value,unit,state,n,low,high,previous\r\n" +
      'win_rate,2026-Q1,2026-01-01,2026-03-31,"\'=cmd|""x"", y",0.412345678,ratio,ok,120,0.33,0.5,\r\n',
  );
});

test("what has no value stays empty, not zero", () => {
  const [, line] = toCsv([{ ...row, value: null, state: "no_data" }]).split("\r\n");
  expect(line).toContain(",,ratio,no_data,");
});
