import { expect, test } from "vitest";
import { bestBoard } from "./best-board.ts";

const scorecard = (id: string, ...values: (number | null)[]) =>
  ({ asked: "2026-09", board: { id, name: { en: id, zh: id } }, rows: values.map((value) => ({ value })) }) as never;

test("the board with most numbers is the one to look at; of those alike, the smaller one", () => {
  expect(bestBoard([scorecard("cmo", null, null), scorecard("b2b", 1, null, 3)])).toMatchObject({
    board: { id: "b2b" },
    filled: 2,
    all: 3,
  });
  expect(bestBoard([scorecard("b2b", 1, null, null), scorecard("cmo", 5, null)])).toMatchObject({
    board: { id: "cmo" },
  });
});

test("a number that is 0 is a number; boards without any are no answer", () => {
  expect(bestBoard([scorecard("cmo", 0)])).toMatchObject({ filled: 1 });
  expect(bestBoard([scorecard("cmo", null), scorecard("b2b", null)])).toBeNull();
  expect(bestBoard([])).toBeNull();
});
