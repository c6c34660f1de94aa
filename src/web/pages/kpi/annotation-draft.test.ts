import { expect, test } from "vitest";
import { draftOf, inputOf, newDraft } from "./annotation-draft.ts";
import type { Annotation } from "./kpi-api.ts";

const kept: Annotation = {
  id: "note_1",
  origin: "own",
  from: "2026-03-05",
  to: "2026-03-09",
  monthly: null,
  occurrences: [],
  text: { en: "Fair", zh: "展会" },
  kind: "campaign",
  scope: { kpis: ["leads", "mqls"], where: { country: ["DE"] }, systems: [] },
  source: null,
  revision: 2,
};

test("a new note is about its day and its KPI, and reads the same in both languages", () => {
  const draft = { ...newDraft("2026-03-05"), text: " New site " };
  expect(inputOf(draft, "leads", "en")).toEqual({
    from: "2026-03-05",
    to: "2026-03-05",
    text: { en: "New site", zh: "New site" },
    kind: "note",
    scope: { kpis: ["leads"], where: {}, systems: [] },
  });
  expect(inputOf({ ...draft, everywhere: true }, "leads", "zh").scope.kpis).toEqual([]);
});

test("a note that is changed keeps its other language, its other KPIs and its filters", () => {
  const draft = draftOf(kept, "zh");
  expect(draft).toMatchObject({ text: "展会", other: "Fair", to: "2026-03-09", everywhere: false });
  expect(inputOf({ ...draft, text: "大展会" }, "leads", "zh", kept)).toEqual({
    from: "2026-03-05",
    to: "2026-03-09",
    text: { en: "Fair", zh: "大展会" },
    kind: "campaign",
    scope: kept.scope,
  });
});

test("a text written in one language is not taken for its own translation", () => {
  expect(draftOf({ ...kept, text: { en: "SPS", zh: "SPS" }, to: "2026-03-05" }, "en")).toMatchObject({
    other: "",
    to: "",
  });
});
