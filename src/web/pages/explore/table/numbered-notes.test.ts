import { expect, test } from "vitest";
import { numberedNotes } from "./numbered-notes.ts";

const parts = (count: string) => `Visitors cannot be added up from ${count} part totals in 2 files.`;

test("many notes that differ in one figure alone are one, and each cell has its number", () => {
  const texts = ["Nothing was counted here.", parts("643"), parts("3"), parts("1,217"), parts("217"), parts("3")];
  const { said, numberOf } = numberedNotes(texts);
  expect(said).toEqual([
    "Nothing was counted here.",
    "Visitors cannot be added up from 3–1,217 part totals in 2 files.",
  ]);
  expect(texts.map((text) => numberOf.get(text))).toEqual([1, 2, 2, 2, 2, 2]);
});

test("a few, and such as differ in more than one figure, are told one by one", () => {
  const few = [parts("1"), parts("2"), parts("3")];
  expect(numberedNotes(few).said).toEqual(few);
  const windows = [22, 53, 83, 90].map((day) => `Day ${day} of ${day + 7}.`);
  expect(numberedNotes(windows).said).toEqual(windows);
});
