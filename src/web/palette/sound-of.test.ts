import { expect, test } from "vitest";
import { findEntries } from "./find-entries.ts";
import { soundOf } from "./sound-of.ts";

test("a text sounds whole and by first letters, from each syllable on", () => {
  expect(soundOf("线索")).toBe(" xiansuo xs suo s");
  expect(soundOf("转化率")).toContain(" zhl");
  // The same sign sounds otherwise in another word.
  expect(soundOf("增长")).toContain(" zengzhang");
  expect(soundOf("时长")).toContain(" shichang");
});

test("first letters and whole syllables find a Chinese name", () => {
  const entry = (label: string) => ({ id: label, group: "kpis" as const, label, words: "", sound: soundOf(label) });
  const all = [entry("新增线索数"), entry("单条线索成本"), entry("赢单率")];
  const found = (search: string) => findEntries(all, search).map(({ label }) => label);
  expect(found("xzxs")).toEqual(["新增线索数"]);
  expect(found("yingdan")).toEqual(["赢单率"]);
  expect(found("xiansuo")).toEqual(["新增线索数", "单条线索成本"]);
  // Not from the middle of a syllable.
  expect(found("ansuo")).toEqual([]);
});
