import { expect, test } from "vitest";
import { sortOf, sortText } from "./sort.ts";

test("an order is read as it is written", () => {
  for (const text of ["leads", "-leads", "leads.change", "-cpl.change", "leads@2026-07", "-leads@2026-W07", "name"])
    expect(sortText(sortOf(text) ?? { kpi: "", part: "value", down: true })).toBe(text);
  expect(sortOf("-cpl.change")).toEqual({ kpi: "cpl", part: "change", down: false });
  expect(sortOf("leads@2026-07")).toEqual({ kpi: "leads", part: "value", step: "2026-07", down: true });
});

test("what is no order is none", () => {
  for (const text of [undefined, "", "leads.interval", "leads@", "Leads"]) expect(sortOf(text)).toBeUndefined();
});
