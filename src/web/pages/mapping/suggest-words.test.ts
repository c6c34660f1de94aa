import { expect, test } from "vitest";
import { listWord } from "./closed-lists.ts";
import { suggestWords } from "./suggest-words.ts";

test("values are told by the word, its names, or the one word they contain", () => {
  const names = (word: string, language: "en" | "zh") => listWord("opportunity.status", word, language);
  expect(
    suggestWords(["Won", "Closed Lost", "进行中", "Maybe", "won or lost"], ["open", "won", "lost"], names),
  ).toEqual({
    Won: "won",
    "Closed Lost": "lost",
    进行中: "open",
    Maybe: "",
    "won or lost": "",
  });
});
