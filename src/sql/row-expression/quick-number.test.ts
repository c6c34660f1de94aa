import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRowEngine, type RowEngine } from "../../../test/support/row-expressions.ts";
import { quickDecimal, quickInteger } from "./quick-number.ts";

let engine: RowEngine;
beforeAll(async () => {
  engine = await openRowEngine();
});
afterAll(() => engine.close());

/** What is read at once; null where it is left to the reader of any notation. */
async function read(quick: typeof quickDecimal, decimal: "point" | "comma", cells: readonly string[]) {
  const type = quick === quickInteger ? "Int64" : "Decimal(18, 4)";
  const value = quick("x", decimal, `CAST(NULL, 'Nullable(${type})')`);
  const list = cells.map((cell) => `'${cell}'`).join(", ");
  const rows = await engine.query(`SELECT toString(${value}) AS value FROM (SELECT arrayJoin([${list}]) AS x)`);
  return rows.map((row) => row.value);
}

describe("plain digits", () => {
  it("are read at once, in groups of three or not", async () => {
    const cells = ["0", "007", "12.5", "-1,234.5678", "1,234,567", "123,456,789,012.1", "9999999999999.9999"];
    expect(await read(quickDecimal, "point", cells)).toEqual([
      "0",
      "7",
      "12.5",
      "-1234.5678",
      "1234567",
      "123456789012.1",
      "9999999999999.9999",
    ]);
    expect(await read(quickDecimal, "comma", ["1.234,5", "12,50", "-7", "1.234.567"])).toEqual([
      "1234.5",
      "12.5",
      "-7",
      "1234567",
    ]);
    expect(await read(quickInteger, "point", ["0", "-12", "1,234", "9999999999999"])).toEqual([
      "0",
      "-12",
      "1234",
      "9999999999999",
    ]);
  });

  it("and nothing else: all other cells are left to the reader of any notation", async () => {
    const others = [
      "",
      "-",
      "--",
      "+1",
      "1.",
      ".5",
      "1.23456",
      "12,34",
      "1,23,456",
      "1,2345",
      "1.5.5",
      "1e3",
      " 1",
      "$1",
      "5%",
      "1.2万",
      "12.5K",
    ];
    const long = ["99999999999999", "1,234,567,890,123", "--1", "1-", "１"];
    const cells = [...others, ...long];
    expect(await read(quickDecimal, "point", cells)).toEqual(cells.map(() => null));
    expect(await read(quickInteger, "point", [...cells, "1.0"])).toEqual([...cells, null].map(() => null));
    expect(await read(quickDecimal, "comma", ["1,234,5", "1.5", "1,23456"])).toEqual([null, null, null]);
  });
});
