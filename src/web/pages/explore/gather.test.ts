import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { gather, OTHER, rowsShown } from "./gather.ts";
import { gridOf, type Segment } from "./grid.ts";

const quarter = { from: "2026-07-01", to: "2026-09-30", label: "2026-Q3" };
const july = { from: "2026-07-01", to: "2026-07-31", label: "2026-07" };
const row = (kpi: string, by: AnswerRow["by"], value: number | null, rest: Partial<AnswerRow> = {}): AnswerRow => ({
  kpi,
  period: quarter,
  by,
  value,
  state: value === null ? "no_data" : "ok",
  unit: "count",
  definition: `${kpi}@1`,
  ...rest,
});
const before = (value: number | null) => ({
  previous: { value, change: null, state: "ok" as const, period: { ...july, label: "2026-Q2" } },
});
const named = (segments: readonly Segment[], ...names: readonly string[]) =>
  segments.filter(({ by }) => names.includes(by.campaign ?? ""));
const parts = (kpi: string, values: Readonly<Record<string, number | null>>, rest: Partial<AnswerRow> = {}) =>
  Object.entries(values).map(([campaign, value]) => row(kpi, { campaign }, value, rest));
const unknown = (kpi: string) => `${kpi} does not add up`;
const name = "Others (2)";

test("what adds up is summed, with its cases and what it was before", () => {
  const rows = [
    row("leads", { campaign: "a" }, 5, { n: 5, ...before(4) }),
    row("leads", { campaign: "b" }, 2, { n: 2, ...before(1) }),
    row("leads", { campaign: "c" }, 1, { n: 1, ...before(1) }),
  ];
  const grid = gridOf(["leads"], ["campaign"], { rows, total: [row("leads", {}, 8, before(6))] }, null);
  const { segments } = grid;
  const done = gather(grid, named(segments, "a"), {
    rest: named(segments, "b", "c"),
    name,
    values: null,
    asked: null,
    unknown,
  });
  const other = done.grid.cell("leads", OTHER);
  expect(other).toMatchObject({
    value: 3,
    state: "ok",
    n: 3,
    by: { campaign: name },
    previous: { value: 2, change: 0.5 },
  });
  expect((done.grid.cell("leads", '["a"]')?.value ?? 0) + (other?.value ?? 0)).toBe(
    done.grid.cell("leads", null)?.value,
  );
});

test("a comparison is left out where the parts did not make up the whole then", () => {
  const rows = [row("leads", { campaign: "a" }, 5, before(4)), row("leads", { campaign: "b" }, 3, before(1))];
  const grid = gridOf(["leads"], ["campaign"], { rows, total: [row("leads", {}, 8, before(9))] }, null);
  const done = gather(grid, [], { rest: grid.segments, name, values: null, asked: null, unknown });
  expect(done.grid.cell("leads", OTHER)?.value).toBe(8);
  expect(done.grid.cell("leads", OTHER)?.previous).toBeUndefined();
});

test("ratios and distinct counts are neither added nor averaged: there is no value, and the reason", () => {
  const grid = gridOf(
    ["users", "rate"],
    ["campaign"],
    {
      rows: [...parts("users", { a: 5, b: 3, c: 2 }), ...parts("rate", { a: 0.2, b: 0.5, c: 0.1 }, { unit: "ratio" })],
      total: [row("users", {}, 9), row("rate", {}, 0.3, { unit: "ratio" })],
    },
    null,
  );
  const done = gather(grid, [], { rest: grid.segments, name, values: null, asked: null, unknown });
  for (const kpi of ["users", "rate"]) {
    expect(done.grid.cell(kpi, OTHER)).toMatchObject({
      value: null,
      state: "not_additive",
      reason: { text: `${kpi} does not add up` },
    });
  }
});

test("where the engine was asked its own answer stands there, over the whole period and in each step", () => {
  const rows = parts("rate", { a: 0.2, b: 0.5, c: 0.1 }, { unit: "ratio" });
  const steps = rows.map((one) => ({ ...one, period: july }));
  const grid = gridOf(["rate"], ["campaign"], { rows, total: [] }, { rows: steps, total: [] });
  const { segments } = grid;
  const given = { rest: named(segments, "b", "c"), name, values: ["b", "c"], unknown };
  const asked = [
    { rows: [row("rate", {}, 0.37, { unit: "ratio" })] },
    { rows: [row("rate", {}, 0.41, { unit: "ratio", period: july })] },
  ];
  const done = gather(grid, named(segments, "a"), { ...given, asked });
  expect(done.grid.cell("rate", OTHER)).toMatchObject({ value: 0.37, by: { campaign: name } });
  expect(done.grid.cell("rate", OTHER, "2026-07")?.value).toBe(0.41);
  const waiting = gather(grid, named(segments, "a"), { ...given, asked: "pending" });
  expect(waiting.grid.cell("rate", OTHER)).toBeUndefined();
  expect(waiting.segments.at(-1)?.gathered?.pending).toBe(true);
});

test("all others stand after the named and before what is not set; saved rows are those on show", () => {
  const rows = [
    ...parts("leads", { a: 5, b: 2, c: 1, "(not set)": 4 }),
    row("ctr", {}, null, { state: "no_dimension" }),
  ];
  const grid = gridOf(["leads", "ctr"], ["campaign"], { rows, total: [row("leads", {}, 12)] }, null);
  const { segments } = grid;
  const kept = named(segments, "a", "(not set)");
  const done = gather(grid, kept, { rest: named(segments, "b", "c"), name, values: null, asked: null, unknown });
  expect(done.segments.map(({ by }) => by.campaign)).toEqual(["a", name, "(not set)"]);
  const shown = rowsShown([{ rows }, null], done);
  expect(shown.map(({ by, value }) => [by.campaign, value])).toEqual([
    ["a", 5],
    ["(not set)", 4],
    [undefined, null],
    [name, 3],
  ]);
  expect(rowsShown([{ rows }, null], { grid, segments })).toEqual(rows);
});
