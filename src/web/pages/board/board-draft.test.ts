import { expect, test } from "vitest";
import {
  addGroup,
  addKpi,
  type BoardDraft,
  draftOf,
  flipped,
  inputOf,
  kpisOf,
  moveKpi,
  removeKpi,
  sizeHint,
  stepGroup,
  stepKpi,
} from "./board-draft.ts";

const draft: BoardDraft = {
  name: "Weekly",
  other: "",
  groups: [
    { key: "g0", name: "Reach", other: "触达", kpis: ["sessions", "users"] },
    { key: "g1", name: "Impact", other: "", kpis: ["leads", "mqls", "sqls"] },
  ],
};
const ids = (one: BoardDraft) => one.groups.map(({ kpis }) => kpis.join(" "));

test("a KPI is moved before another one, within its group and into the next", () => {
  expect(ids(moveKpi(draft, "leads", { group: 1, index: 3 }))).toEqual(["sessions users", "mqls sqls leads"]);
  expect(ids(moveKpi(draft, "sqls", { group: 1, index: 0 }))).toEqual(["sessions users", "sqls leads mqls"]);
  expect(ids(moveKpi(draft, "mqls", { group: 0, index: 1 }))).toEqual(["sessions mqls users", "leads sqls"]);
  expect(moveKpi(draft, "sqls", { group: 7, index: 0 })).toBe(draft);
  // One from the catalogue is brought in where it is dropped.
  expect(ids(moveKpi(draft, "cpl", { group: 0, index: 1 }))[0]).toBe("sessions cpl users");
});

test("step by step a KPI walks through its group, over its edge, and stops at the ends of the board", () => {
  expect(ids(stepKpi(draft, "users", -1))).toEqual(["users sessions", "leads mqls sqls"]);
  expect(ids(stepKpi(draft, "users", 1))).toEqual(["sessions", "users leads mqls sqls"]);
  expect(ids(stepKpi(draft, "leads", -1))).toEqual(["sessions users leads", "mqls sqls"]);
  expect(stepKpi(draft, "sessions", -1)).toBe(draft);
  expect(stepKpi(draft, "sqls", 1)).toBe(draft);
});

test("a KPI stands on a board once, and goes without a trace", () => {
  expect(addKpi(draft, 0, "leads")).toBe(draft);
  expect(ids(addKpi(draft, 0, "cpl"))).toEqual(["sessions users cpl", "leads mqls sqls"]);
  expect(kpisOf(removeKpi(draft, "mqls"))).toEqual(["sessions", "users", "leads", "sqls"]);
});

test("groups change places and new ones have keys of their own", () => {
  expect(stepGroup(draft, 0, 1).groups.map(({ name }) => name)).toEqual(["Impact", "Reach"]);
  expect(stepGroup(draft, 0, -1)).toBe(draft);
  expect(addGroup(draft, "New").groups.map(({ key }) => key)).toEqual(["g0", "g1", "g2"]);
});

test("what is kept has both languages, no empty groups, and reads back the same", () => {
  const kept = inputOf(addGroup(draft, ""), "en", "KPIs");
  expect(kept.name).toEqual({ en: "Weekly", zh: "Weekly" });
  expect(kept.groups.map(({ name }) => name)).toEqual([
    { en: "Reach", zh: "触达" },
    { en: "Impact", zh: "Impact" },
  ]);
  expect(draftOf(kept, "en")).toEqual(draft);
  expect(draftOf(kept, "zh").groups[0]).toMatchObject({ name: "触达", other: "Reach" });
});

test("a draft goes along with a change of language, there and back", () => {
  const chinese = flipped(draft);
  expect(chinese.groups.map(({ name, other }) => [name, other])).toEqual([
    ["触达", "Reach"],
    ["Impact", ""],
  ]);
  expect(flipped(chinese)).toEqual(draft);
  expect(inputOf(chinese, "zh", "指标")).toEqual(inputOf(draft, "en", "KPIs"));
});

test("five and six KPIs are a scorecard, up to twelve a board", () => {
  expect([0, 4, 5, 6, 7, 12, 13].map(sizeHint)).toEqual([
    "none",
    "few",
    "scorecard",
    "scorecard",
    "board",
    "board",
    "many",
  ]);
});
