import { expect, test } from "vitest";
import { fullerMonth } from "./fuller-month.ts";

const told = (label: string, ...values: readonly (number | null)[]) =>
  values.map((value) => ({ value, period: { from: `${label}-01`, to: `${label}-28`, label } }));

test("where a period has hardly any value, the newest month that has most of them is offered", () => {
  const trend = [...told("2026-07", 1, 2, 3, 4, 5), ...told("2026-08", 1, 2, 3, 4, null), ...told("2026-09", 1)];
  expect(fullerMonth(told("2026-09", 1, null, null, null, null), trend)).toEqual({ month: "2026-08", count: 4 });
  expect(fullerMonth(told("2026-09", null, null), trend)).toEqual({ month: "2026-08", count: 4 });
});

test("a period that tells about as much is left alone, and so is one without any data around it", () => {
  const trend = [...told("2026-07", 1, 2, 3, 4, 5, 6), ...told("2026-08", 1, 2, 3)];
  expect(fullerMonth(told("2026-08", 1, 2, 3, null, null, null), trend)).toBeNull();
  expect(fullerMonth(told("2026-08", null), told("2026-08", null))).toBeNull();
});
