import { describe, expect, test } from "vitest";
import { columnKind, FACTS, type FactId, isFactId } from "./facts.ts";
import { MEASURES, type MeasureId, measure, SETTING_MEASURES } from "./measures.ts";

const all = (Object.keys(MEASURES) as MeasureId[]).map(measure);
const readings = all.flatMap(({ id, unit, readings: own }) => own.map((reading) => ({ id, unit, ...reading })));

describe("every measure", () => {
  test("reads columns that its tables have", () => {
    const missing = readings.flatMap(({ id, table, aggregate, where = {}, known, timing }) =>
      [
        ...("column" in aggregate ? [aggregate.column] : []),
        ...(aggregate.kind === "durations" ? [aggregate.start, aggregate.end, aggregate.censored] : []),
        ...Object.keys(where),
        known,
        ...(timing?.kind === "stock" ? [timing.until, timing.due] : []),
      ]
        .filter((column) => column !== undefined && columnKind(table, column) === undefined)
        .map((column) => `${id}: ${table}.${column}`),
    );
    expect(missing).toEqual([]);
  });

  test("in money sums amounts, and only these", () => {
    for (const { id, unit, table, aggregate } of readings) {
      if (aggregate.kind !== "sum") continue;
      const isAmount = columnKind(table, aggregate.column) === "money";
      expect(isAmount, `${id} ${table}`).toBe(unit === "money");
    }
  });

  test("is a distribution in all of its readings or in none", () => {
    const many = (kind: string): boolean => kind === "durations" || kind === "values";
    for (const { id, readings: own } of all)
      expect(new Set(own.map(({ aggregate }) => many(aggregate.kind))).size, id).toBe(1);
  });

  test("takes figures that do not add up from pre-aggregated rows only as single ones", () => {
    const unsafe = readings.filter(
      ({ table, aggregate }) =>
        isFactId(table) && "preAggregated" in FACTS[table as FactId] && !["sum", "single"].includes(aggregate.kind),
    );
    expect(unsafe.map(({ id, table }) => `${id} ${table}`)).toEqual([]);
    const added = readings.filter(
      ({ aggregate }) => aggregate.kind === "sum" && ["users", "new_users"].includes(aggregate.column),
    );
    expect(added.map(({ id }) => id)).toEqual([]);
  });

  test.each(["en", "zh"] as const)("has a label of its own in %s", (language) => {
    const labels = all.map(({ label }) => label[language]);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });
});

test("the choices of a setting count in one unit", () => {
  for (const choice of Object.values(SETTING_MEASURES)) {
    const units = Object.values(choice).map((id) => measure(id).unit);
    expect(new Set(units).size).toBe(1);
  }
});
