import { expect, test } from "vitest";
import { columnsOf, DERIVED, FACTS, type TableId } from "../../../model/facts.ts";
import { recordWord } from "./record-words.ts";

test("every column that records behind a number can have is said in words, in both languages", () => {
  const raw = ([...Object.keys(FACTS), ...Object.keys(DERIVED)] as TableId[]).flatMap((table) =>
    Object.keys(columnsOf(table)).filter(
      (column) =>
        recordWord(table, column, "en").includes("_") ||
        !/\p{Script=Han}|^[A-Z]/u.test(recordWord(table, column, "zh")),
    ),
  );
  expect([...new Set(raw)]).toEqual([]);
});

test("a team's own column keeps its name", () => {
  expect(recordWord("person", "tier_2", "en")).toBe("tier_2");
});
