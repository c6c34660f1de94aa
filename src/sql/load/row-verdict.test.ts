import { describe, expect, it } from "vitest";
import type { MappedColumn, MappedFact } from "./mapped-table.ts";
import { judgement, rowChecks } from "./row-verdict.ts";

const column = (name: string, kind: MappedColumn["kind"], value: string, invalid: string | null): MappedColumn => ({
  name,
  kind,
  value,
  invalid,
  fields: [name],
  title: name.toUpperCase(),
});
const mapped = (when: string | null, ...columns: MappedColumn[]): MappedFact => ({
  fact: "ad_daily",
  when,
  whenInvalid: null,
  oncePer: null,
  columns,
});
const CHECKS = rowChecks({ blank: "b", ragged: "r", total: "t", mended: null, skip: ["s"], reject: ["j"] });
const LONG = `readDate(${"x".repeat(50)})`;

describe("judging rows", () => {
  it("asks for totals and rows to skip before it asks for faults", () => {
    const { reasons, sql } = judgement(CHECKS, []);
    expect(sql).toBe("multiIf(b, 1, t, 2, s, 3, r, 4, j, 5, 0)");
    expect(reasons.map(({ verdict, code }) => `${verdict} ${code}`)).toEqual([
      "skipped blank",
      "total total",
      "skipped skip",
      "quarantined ragged",
      "quarantined reject",
    ]);
  });

  it("blames the column's title for what cannot be read, is missing, or lies beyond reason", () => {
    const { reasons, sql } = judgement([], [mapped(null, column("date", "date", "d", "bad_d"))]);
    expect(sql).toBe(
      "multiIf(bad_d, 1, isNull(d), 2, ifNull(d < toDate('1990-01-01') OR d > toDate('2100-12-31'), 0), 3, 0)",
    );
    expect(reasons.map(({ code, place }) => `${code} ${place}`)).toEqual(["invalid DATE", "required DATE", "day DATE"]);
  });

  it("blames the cell itself before a value that is put together from it and others", () => {
    const id = { ...column("external_id", "id", "i", "bad_i"), fields: ["currency", "date"], title: "CURRENCY" };
    const { reasons } = judgement([], [mapped(null, id, column("date", "date", "d", "bad_d"))]);
    expect(reasons.map(({ code, place }) => `${code} ${place}`).slice(0, 2)).toEqual([
      "invalid DATE",
      "invalid CURRENCY",
    ]);
  });

  it("asks only those rows that are to give the fact, and skips those that give none", () => {
    const { reasons, sql } = judgement([], [mapped("w", column("clicks", "int", "c", "bad_c"))]);
    expect(sql).toBe("multiIf((w) AND (bad_c), 1, NOT ((w)), 2, 0)");
    expect(reasons.at(-1)).toMatchObject({ verdict: "skipped", code: "no_fact" });
  });

  it("names a long value once, also within its own check", () => {
    const { values, sql } = judgement([], [mapped(null, column("date", "date", LONG, `isNull(${LONG})`))]);
    expect(values).toEqual({ v0: LONG });
    expect(sql).toMatch(/^multiIf\(isNull\(v0\), 1, isNull\(v0\), 2, ifNull\(v0 </);
  });

  it("asks a question that two mappings share once", () => {
    const same = column("clicks", "int", "c", "bad_c");
    expect(judgement([], [mapped(null, same), mapped(null, same)]).reasons).toHaveLength(1);
  });

  it("has nothing against a row when there is nothing to ask", () => {
    expect(judgement([], [])).toEqual({ reasons: [], values: {}, sql: "0" });
  });
});
