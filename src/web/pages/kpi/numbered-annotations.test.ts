import { expect, test } from "vitest";
import type { Annotation } from "./kpi-api.ts";
import { notedOf, numberedAnnotations } from "./numbered-annotations.ts";

const note = (id: string, rest: Partial<Annotation>): Annotation => ({
  id,
  origin: "own",
  from: null,
  to: null,
  monthly: null,
  occurrences: [],
  text: { en: id, zh: id },
  kind: "note",
  scope: { kpis: [], where: {}, systems: [] },
  source: null,
  revision: 1,
  ...rest,
});

test("flags are numbered in order; what comes back every month has one at its newest days, what began earlier none", () => {
  const listed = numberedAnnotations(
    [
      note("before", { from: "2025-12-01" }),
      note("break", { from: "2026-01-05", kind: "measurement_break" }),
      note("fair", { from: "2026-02-05" }),
      note("refresh", {
        monthly: { from: 8, to: 14 },
        occurrences: [
          { from: "2026-02-08", to: "2026-02-14" },
          { from: "2026-03-08", to: "2026-03-14" },
        ],
      }),
    ],
    "2026-01-01",
  );
  expect(listed.map(({ number }) => number)).toEqual([null, 1, 2, 3]);
  expect(notedOf(listed)).toEqual([
    { number: 1, from: "2026-01-05", isBreak: true },
    { number: 2, from: "2026-02-05", isBreak: false },
    { number: 3, from: "2026-03-08", isBreak: false },
  ]);
});
