import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import { gridOf, sortSegments } from "./grid.ts";

const row = (
  kpi: string,
  label: string,
  by: Record<string, string>,
  value: number | null,
  rest: Partial<AnswerRow> = {},
): AnswerRow => ({
  kpi,
  period: { from: `${label}-01`, to: `${label}-28`, label },
  by,
  value,
  state: value === null ? "no_data" : "ok",
  unit: "count",
  definition: `${kpi}@1`,
  ...rest,
});
const q3 = (kpi: string, by: Record<string, string>, value: number | null) =>
  row(kpi, "2026-Q3", by, value, { period: { from: "2026-07-01", to: "2026-09-30", label: "2026-Q3" } });
const email = { channel: "Email" };
const unset = { channel: "(not set)" };
const search = { channel: "Paid Search" };

test("totals are the engine's, not the sum of the rows", () => {
  const grid = gridOf(
    ["users"],
    ["channel"],
    { rows: [q3("users", email, 5), q3("users", search, 7)], total: [q3("users", {}, 9)] },
    {
      rows: [row("users", "2026-07", email, 3), row("users", "2026-07", search, 4)],
      total: [q3("users", {}, 9), row("users", "2026-07", {}, 6)],
    },
  );
  expect(grid.cell("users", null)?.value).toBe(9);
  expect(grid.cell("users", null, "2026-07")?.value).toBe(6);
  expect(grid.cell("users", '["Email"]', "2026-07")?.value).toBe(3);
  expect(grid.buckets.map(({ label }) => label)).toEqual(["2026-07"]);
});

test("a segment that a month has and the whole has not does not vanish", () => {
  const grid = gridOf(
    ["leads"],
    ["channel"],
    { rows: [q3("leads", email, 5)], total: [q3("leads", {}, 5)] },
    { rows: [row("leads", "2026-07", email, 5), row("leads", "2026-07", search, 0)], total: [] },
  );
  expect(grid.segments.map(({ by }) => by.channel)).toEqual(["Email", "Paid Search"]);
  expect(grid.cell("leads", '["Paid Search"]')).toBeUndefined();
});

test("a KPI that does not know the dimension is refused with its reason and makes no segment", () => {
  const refusal = { code: "no_dimension", text: "Leads are not known by device." };
  const grid = gridOf(
    ["leads"],
    ["device"],
    { rows: [{ ...q3("leads", {}, null), state: "no_dimension", reason: refusal }], total: [q3("leads", {}, 5)] },
    null,
  );
  expect(grid.segments).toEqual([]);
  expect(grid.refused).toEqual([{ kpi: "leads", reason: refusal.text }]);
});

test("rows stand by the first KPI, those without a value after them, the unnamed last", () => {
  const grid = gridOf(
    ["leads"],
    ["channel"],
    {
      rows: [
        q3("leads", unset, 9),
        q3("leads", { channel: "Display" }, null),
        q3("leads", email, 2),
        q3("leads", search, 5),
      ],
      total: [],
    },
    null,
  );
  const names = (sort?: string) => sortSegments(grid, sort).map(({ by }) => by.channel);
  expect(names()).toEqual(["Paid Search", "Email", "Display", "(not set)"]);
  expect(names("-leads")).toEqual(["Email", "Paid Search", "Display", "(not set)"]);
  expect(names("name")).toEqual(["(not set)", "Display", "Email", "Paid Search"]);
});

test("without dimensions the one row is the whole", () => {
  const grid = gridOf(
    ["leads"],
    [],
    { rows: [q3("leads", {}, 5)], total: [q3("leads", {}, 5)] },
    { rows: [row("leads", "2026-07", {}, 2)], total: [] },
  );
  expect(grid.cell("leads", null)?.value).toBe(5);
  expect(grid.cell("leads", null, "2026-07")?.value).toBe(2);
});
