import { expect, test } from "vitest";
import { segments } from "./segments.ts";

const ok = (value: number | null) => ({ value, state: value === null ? ("no_data" as const) : ("ok" as const) });

test("a missing value is a gap, not a zero", () => {
  const drawn = segments([ok(1), ok(2), ok(null), ok(1), ok(2)], 100, 40, 0);
  expect(drawn.solid).toEqual(["M0.0 40.0L25.0 0.0", "M75.0 40.0L100.0 0.0"]);
  expect(drawn.dashed).toEqual([]);
});

test("the stretch into an incomplete period is dashed", () => {
  const drawn = segments([ok(0), ok(4), { value: 2, state: "incomplete" }], 100, 40, 0);
  expect(drawn.solid).toEqual(["M0.0 40.0L50.0 0.0"]);
  expect(drawn.dashed).toEqual(["M50.0 0.0L100.0 20.0"]);
  expect(drawn.last).toMatchObject({ x: 100, y: 20 });
});

test("values that do not change lie in the middle", () => {
  expect(segments([ok(3), ok(3)], 100, 40, 0).solid).toEqual(["M0.0 20.0L100.0 20.0"]);
});

test("without values there is nothing to draw", () => {
  expect(segments([ok(null)], 100, 40, 0)).toEqual({ solid: [], dashed: [], last: null });
});
