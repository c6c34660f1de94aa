import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cells, openRowEngine, type RowEngine } from "../../../test/support/row-expressions.ts";
import type { RowContext } from "./row-context.ts";

let engine: RowEngine;
beforeAll(async () => {
  engine = await openRowEngine();
});
afterAll(() => engine.close());

/** An expression, the cell `x` (or all cells), and what it gives. */
type Case = readonly [expression: string, cells: string | null | Cells, value: string | null | "unreadable"];

async function expectAll(cases: readonly Case[], context: Partial<RowContext> = {}) {
  const shown: unknown[] = [];
  for (const [expression, cells] of cases) {
    const row = cells === null || typeof cells === "string" ? { x: cells } : cells;
    const [result] = await engine.run(expression, [row], context);
    shown.push([expression, cells, result?.invalid ? "unreadable" : (result?.value ?? null)]);
  }
  expect(shown).toEqual(cases.map((one) => [...one]));
}

describe("texts", () => {
  test("a cell is trimmed, and nothing is the empty text", () =>
    expectAll([
      ["[x]", " a b ", "a b"],
      ["[x]", "\u00A0\uFEFFa\u3000", "a"],
      ["[x]", "à", "à"],
      ["[x]", "--", "--"],
      ["[x]", "", ""],
      ["[x]", null, ""],
      ["[missing]", "a", ""],
      ["text([x])", "--", ""],
      ["text([x])", "—", ""],
      ["text([x])", "N/A", ""],
      ["text([x])", "(not set)", ""],
      ["text([x])", "(other)", "(other)"],
      ["text([x])", "NA", "NA"],
      ["text([x])", "007", "007"],
      ["text([x])", "0034x000003E5", "0034x000003E5"],
    ]));

  test("the objects of a list are summed by what stands in them, digit for digit, and no list is empty", () => {
    const actions =
      '[{"action_type":"lead","value":"2"},{"value":1.25,"action_type":"lead"},{"action_type":"like","value":9}]';
    return expectAll([
      ["sum_in([x], 'action_type', 'lead', 'value')", actions, "3.25"],
      ["sum_in([x], 'action_type', 'purchase', 'value')", actions, "0"],
      ["sum_in([x], 'action_type', 'lead', 'value')", "", null],
      ["sum_in([x], 'action_type', 'lead', 'value')", "no list", "0"],
    ]);
  });

  test("the layout's own words for nothing are the empty text", () =>
    expectAll([["text([x])", "Unbekannt", ""]], { nullTokens: ["Unbekannt"] }));

  test("texts are joined, changed and cut", () =>
    expectAll([
      ["concat([x], ' / ', [y])", { x: "a", y: "b" }, "a / b"],
      ["concat([x], [missing])", "a", "a"],
      ["concat('n', integer([x]))", "7", "n7"],
      ["concat('n', integer([x]))", "", "n"],
      ["concat('d', date([x]))", "2026-09-01", "d2026-09-01"],
      ["concat(number([x]), '')", "12.50", "12.5"],
      ["lower([x])", "ÄB", "äb"],
      ["upper([x])", "äb", "ÄB"],
      ["trim(concat(' ', [x], ' '))", "a", "a"],
      ["replace([x], '.', '-')", "a.b.c", "a-b-c"],
      ["replace([x], '\\', '/')", "a\\b", "a/b"],
      ["split_part([x], '_', 2)", "a_b_c", "b"],
      ["split_part([x], '_', -1)", "a_b_c", "c"],
      ["split_part([x], '_', 9)", "a_b_c", ""],
      ["split_part([x], ' / ', 1)", "google / cpc", "google"],
      ["extract([x], '\\d+')", "ab123c45", "123"],
      ["extract([x], '([a-z]+)(\\d+)', 2)", "ab123", "123"],
      ["extract([x], '([a-z]+)(\\d+)', 0)", "--ab123", "ab123"],
      ["extract([x], '(?i)^total: (.*)$')", "TOTAL: all", "all"],
      ["extract([x], 'z')", "ab", ""],
      ["strip_brackets([x])", "[82945799304067]", "82945799304067"],
      ["strip_brackets([x])", "plain", "plain"],
      ["digits([x])", "877-953-6058", "8779536058"],
      ["email([x])", " Ann@Example.COM ", "ann@example.com"],
      ["email_domain([x])", "Ann@Mail.Example.com ", "mail.example.com"],
      ["email_domain([x])", "Ann <ann@example.com>", "example.com"],
      ["email_domain([x])", "no address", ""],
    ]));

  test("questions about texts", () =>
    expectAll([
      ["contains([x], 'b')", "abc", "1"],
      ["contains([x], 'B')", "abc", "0"],
      ["starts_with([x], 'Total:')", "Total: Account", "1"],
      ["starts_with([x], 'Total:')", null, "0"],
      ["ends_with([x], 'results')", "Total of 5 results", "1"],
      ["matches([x], '^\\d{3}$')", "123", "1"],
      ["matches([x], '^\\d{3}$')", "1234", "0"],
      ["matches([x], '(?i)^brand')", "Brand DE", "1"],
      ["is_empty([x])", " ", "1"],
      ["is_empty([x])", "--", "0"],
      ["is_empty(text([x]))", "--", "1"],
      ["is_empty(number([x]))", "--", "1"],
      ["is_empty(number([x]))", "abc", "unreadable"],
      ["is_empty([missing])", "a", "1"],
    ]));
});

describe("choices", () => {
  test("the first condition that holds decides", () =>
    expectAll([
      ["when([x] = 'a', 'A', [x] = 'b', 'B', 'other')", "b", "B"],
      ["when([x] = 'a', 'A', [x] = 'b', 'B', 'other')", "c", "other"],
      ["when([x] = 'a', 1)", "b", null],
      ["when([x] = 'a', 'A')", "b", ""],
      ["if(is_empty([x]), null, integer([x]))", "", null],
      ["if(is_empty([x]), 0, number([x]))", "", "0"],
    ]));

  test("only the branch that is taken can be unreadable", () =>
    expectAll([
      ["if([t] = 'sum', null, money([x]))", { t: "sum", x: "n. a." }, null],
      ["if([t] = 'sum', null, money([x]))", { t: "row", x: "n. a." }, "unreadable"],
      ["if(number([x]) > 1, 1, 2)", "abc", "unreadable"],
    ]));

  test("coalesce takes the first value; an unreadable one is not passed over", () =>
    expectAll([
      ["coalesce([x], [y], 'none')", { x: "", y: "b" }, "b"],
      ["coalesce([x], [y], 'none')", { x: " ", y: null }, "none"],
      ["coalesce(date([x]), date([y]))", { x: "", y: "2026-09-01" }, "2026-09-01"],
      ["coalesce(date([x]), date([y]))", { x: "2026-09-02", y: "never" }, "2026-09-02"],
      ["coalesce(date([x]), date([y]))", { x: "never", y: "2026-09-01" }, "unreadable"],
      ["coalesce(integer([x]), 0.5)", { x: "" }, "0.5"],
    ]));

  test("conditions are joined, and what is unknown does not hold", () =>
    expectAll([
      ["and([x] = 'a', [y] = 'b')", { x: "a", y: "b" }, "1"],
      ["and([x] = 'a', [y] = 'b')", { x: "a", y: "c" }, "0"],
      ["or([x] = 'a', [y] = 'b')", { x: "z", y: "b" }, "1"],
      ["not([x] = 'a')", null, "1"],
      ["and(flag([x]), true)", "", "0"],
      ["not(flag([x]))", "", "1"],
      ["and([x] != '', number([x]) > 1)", "", "0"],
      ["and([t] = 'n', number([x]) > 1)", { t: "s", x: "abc" }, "0"],
      ["and([t] = 'n', number([x]) > 1)", { t: "n", x: "abc" }, "unreadable"],
      ["or([t] = 's', number([x]) > 1)", { t: "s", x: "abc" }, "1"],
    ]));

  test("yes and no in words", () =>
    expectAll([
      ["flag([x])", "Yes", "1"],
      ["flag([x])", "TRUE", "1"],
      ["flag([x])", "1", "1"],
      ["flag([x])", "是", "1"],
      ["flag([x])", "no", "0"],
      ["flag([x])", "否", "0"],
      ["flag([x])", "", null],
      ["flag([x])", "N/A", null],
      ["flag([x])", "maybe", "unreadable"],
    ]));

  test("empty equals empty, and nothing is before or after it", () =>
    expectAll([
      ["[x] = ''", "", "1"],
      ["[x] = null", "", "1"],
      ["[x] != null", "a", "1"],
      ["number([x]) = null", "", "1"],
      ["number([x]) = number([y])", { x: "", y: "--" }, "1"],
      ["number([x]) = 0", "", "0"],
      ["number([x]) != 0", "", "1"],
      ["number([x]) < 1", "", "0"],
      ["number([x]) >= 0", "", "0"],
      ["money([x]) = 1.5", "1.50", "1"],
      ["integer([x]) > 2.5", "3", "1"],
      ["date([x]) < date('2026-09-02')", "2026-09-01", "1"],
      ["date([x]) >= period_from()", "2026-09-01", "0"],
    ]));
});

describe("arithmetic", () => {
  test("is exact", () =>
    expectAll([
      ["number([x]) + number([y])", { x: "0.1", y: "0.2" }, "0.3"],
      ["money([x]) - money([y])", { x: "0.3", y: "0.1" }, "0.2"],
      ["money([x]) / 1000000", "1234567", "1.2346"],
      ["money([x]) * 1.19", "0.10", "0.119"],
      ["integer([x]) * 2", "21", "42"],
      ["-integer([x])", "21", "-21"],
      ["abs(number([x]))", "-2.5", "2.5"],
      ["abs(integer([x]))", "-2", "2"],
      ["number([x]) / 3", "1", "0.3333333333"],
      ["money([x]) / money([y])", { x: "1", y: "4" }, "0.25"],
      ["1 + integer([x])", "", null],
      ["number([x]) + 1", "abc", "unreadable"],
    ]));

  test("over zero it is empty", () =>
    expectAll([
      ["number([x]) / number([y])", { x: "1", y: "0" }, null],
      ["money([x]) / integer([y])", { x: "1", y: "" }, null],
    ]));

  test("beyond the range it is unreadable, and never wraps around", () =>
    expectAll([
      ["integer([x]) + 1", "9223372036854775807", "unreadable"],
      ["integer([x]) * integer([x])", "9223372036854775807", "unreadable"],
      ["-integer([x])", "-9223372036854775808", "unreadable"],
      ["money([x]) * 1000", "922337203685477", "unreadable"],
      ["money([x]) + money([x])", "922337203685477", "unreadable"],
      ["number([x]) + number([x])", "9999999999999999999999999999", "unreadable"],
      ["number([x]) * number([x])", "9999999999999999999999999999", "unreadable"],
      ["number([x]) / 0.0000000001", "9999999999999999999999999999", "unreadable"],
      ["integer(number([x]) / 2)", "5", "unreadable"],
      ["integer(number([x]) / 2)", "4", "2"],
      ["money(number([x]))", "9999999999999999999999999999", "unreadable"],
    ]));
});

describe("what stands around the rows", () => {
  test("settings, titles and the file's name", () =>
    expectAll(
      [
        ["setting('currency')", "", "EUR"],
        ["setting('account')", "", ""],
        ["header('currency')", "", "USD"],
        ["header('other')", "", ""],
        ["file_name()", "", "2026-09 ads.csv"],
        ["extract(file_name(), '\\d{4}-\\d{2}')", "", "2026-09"],
      ],
      {
        settings: { currency: " EUR ", account: "" },
        captured: { "header.currency": "USD" },
        fileName: "2026-09 ads.csv",
      },
    ));

  test("a map answers its keys as they are written", () =>
    expectAll(
      [
        ["lookup('stages', [x])", "Marketing Qualified Lead", "mql"],
        ["lookup('stages', lower([x]))", "SALES", "sql"],
        ["lookup('stages', [x])", "Sales", ""],
        ["lookup('stages', [x])", null, ""],
        ["coalesce(lookup('stages', [x]), [x])", "other", "other"],
        ["lookup('none', [x])", "a", ""],
      ],
      {
        lookups: {
          stages: { kind: "map", map: { "Marketing Qualified Lead": "mql", sales: "sql" } },
          none: { kind: "map", map: {} },
        },
      },
    ));

  test("a table answers from the column that is asked for", async () => {
    await engine.command("CREATE TABLE sellers (k String, c1 String, c2 String) ENGINE = Memory");
    await engine.command("INSERT INTO sellers VALUES ('0014x', 'SP', 'São Paulo'), ('0014X', 'RJ', 'Rio')");
    await expectAll(
      [
        ["lookup('sellers', [x], 'state')", "0014x", "SP"],
        ["lookup('sellers', [x], 'state')", "0014X", "RJ"],
        ["lookup('sellers', [x], 'Home town')", "0014x", "São Paulo"],
        ["lookup('sellers', [x], 'state')", "unknown", ""],
      ],
      {
        lookups: {
          sellers: { kind: "table", table: "sellers", key: "k", columns: { state: "c1", "Home town": "c2" } },
        },
      },
    );
  });
});
