import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checked, openRowEngine, plainContext, type RowEngine } from "../../../test/support/row-expressions.ts";
import type { ColumnKind } from "../../model/columns.ts";
import { COLUMN_TYPES } from "../schema/column-type.ts";
import { toColumn } from "./to-column.ts";

let engine: RowEngine;
beforeAll(async () => {
  engine = await openRowEngine();
});
afterAll(() => engine.close());

async function column(expression: string, kind: ColumnKind, cell: string | null) {
  const build = (field: (name: string) => string | null) => {
    const context = { ...plainContext, column: field };
    return toColumn(checked(expression, context), kind, context);
  };
  const [result] = await engine.runSql(build, [{ x: cell }]);
  return result?.invalid ? "unreadable" : (result?.value ?? null);
}

describe("toColumn", () => {
  test.each<[ColumnKind, string, string | null, string | null]>([
    ["dim", "[x]", "a", "a"],
    ["dim", "[x]", null, ""],
    ["dim", "integer([x])", "7", "7"],
    ["dim", "integer([x])", "", ""],
    ["id", "null", "", ""],
    ["date", "date([x])", "2026-09-01", "2026-09-01"],
    ["date?", "date([x])", "", null],
    ["time?", "datetime([x])", "2026-09-01 09:14:05", "2026-09-01 09:14:05.000"],
    ["int", "integer([x])", "12", "12"],
    ["int", "null", "12", null],
    ["decimal", "number([x])", "1.33", "1.33"],
    ["decimal", "number([x])", "0.66666", "0.6667"],
    ["decimal", "number([x])", "9999999999999999999", "unreadable"],
    ["rate", "number([x])", "7.1234567891", "7.1234567891"],
    ["money", "money([x])", "$12.50", "12.5"],
    ["money", "number([x])", "1e20", "unreadable"],
    ["flag", "[x] = 'a'", "a", "1"],
    ["flag", "flag([x])", "", null],
    ["flag", "flag([x])", "perhaps", "unreadable"],
    ["ids", "[x]", "88; 91 ;;", "['88','91']"],
    ["ids", "[x]", "", "[]"],
    ["attributes", "number([x])", "1.50", "1.5"],
  ])("%s from %s of “%s” is “%s”", async (kind, expression, cell, value) => {
    expect(await column(expression, kind, cell)).toBe(value);
  });

  test("gives the engine type of the warehouse's column, perhaps nullable", async () => {
    const bySource: Readonly<Record<ColumnKind, string>> = {
      id: "[x]",
      text: "[x]",
      dim: "[x]",
      date: "date([x])",
      "date?": "date([x])",
      "time?": "datetime([x])",
      int: "integer([x])",
      decimal: "number([x])",
      rate: "number([x])",
      money: "money([x])",
      flag: "flag([x])",
      ids: "[x]",
      attributes: "[x]",
    };
    for (const expression of ["", "null"]) {
      for (const [kind, source] of Object.entries(bySource) as [ColumnKind, string][]) {
        const context = { ...plainContext, column: () => "CAST('', 'Nullable(String)')" };
        const { value } = toColumn(checked(expression || source, context), kind, context);
        const [row] = await engine.query(`SELECT toTypeName(${value}) AS type`);
        const wanted = COLUMN_TYPES[kind].replace(/^Nullable\((.*)\)$|^LowCardinality\((.*)\)$/, "$1$2");
        const given = String(row?.type).replace(/^Nullable\((.*)\)$/, "$1");
        expect([kind, given]).toEqual([kind, kind === "attributes" ? "String" : wanted]);
      }
    }
  });

  test("an expression of another kind is refused with the conversion that is missing", () => {
    expect(() => toColumn(checked("[x]", plainContext), "money", plainContext)).toThrow(
      expect.objectContaining({ code: "expression.wrong_type", remedy: "Write money(x) around it." }),
    );
    expect(() => toColumn(checked("datetime([x])", plainContext), "date", plainContext)).toThrow(
      expect.objectContaining({ code: "expression.wrong_type", remedy: "Write date(x) around it." }),
    );
  });
});
