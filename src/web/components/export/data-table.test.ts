import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { answerTable, type TableWords, tableText } from "./data-table.ts";

const words: TableWords = {
  column: (id) => id,
  kpi: (id) => id.toUpperCase(),
  dimension: (id) => id,
  value: (_, value) => value,
  period: ({ label }) => label,
  state: (state) => state,
  currency: "EUR",
};
const row: AnswerRow = {
  kpi: "cpl",
  period: { from: "2026-01-01", to: "2026-03-31", label: "2026-Q1" },
  by: { campaign: "=1+1\tx" },
  value: 41.23456789,
  state: "ok",
  unit: "money",
  n: 12,
  definition: "cpl@1",
};

test("a table keeps every digit, the currency of money and each row's unit", () => {
  const table = answerTable([row, { ...row, kpi: "win_rate", unit: "ratio", value: 0.5 }], words);
  expect(table.units).toEqual(["money", "ratio"]);
  const at = (title: string) => table.rows.map((line) => line[table.columns.findIndex((one) => one.title === title)]);
  expect(at("value")).toEqual([41.23456789, 0.5]);
  expect(at("currency")).toEqual(["EUR", ""]);
  expect(at("kpi")).toEqual(["CPL", "WIN_RATE"]);
});

test("what has no value is an empty cell with its reason, not zero", () => {
  const [, line] = tableText(
    answerTable([{ ...row, value: null, state: "no_data", reason: { code: "x", text: "Nothing is loaded." } }], words),
  ).split("\n");
  expect(line).toContain("\t\tEUR\tno_data\t");
  expect(line?.endsWith("Nothing is loaded.")).toBe(true);
});

test("a pasted text cannot run as a formula or break the line", () => {
  expect(tableText(answerTable([row], words)).split("\n")[1]).toContain("\t'=1+1 x\t");
});
