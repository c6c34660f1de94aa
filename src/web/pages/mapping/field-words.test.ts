import { expect, test } from "vitest";
import { columnsOf, FACT_IDS } from "../../../model/facts.ts";
import { CLOSED_LISTS, listWord } from "./closed-lists.ts";
import { FACT_GROUPS, FACT_WORDS } from "./fact-words.ts";
import { fieldWords } from "./field-words.ts";

const HAN = /\p{Script=Han}/u;

test("every fact is offered once, with words in both languages", () => {
  expect(FACT_GROUPS.flatMap(({ facts }) => facts).toSorted()).toEqual(FACT_IDS.toSorted());
  for (const id of FACT_IDS) {
    expect(FACT_WORDS[id].zh.name, id).toMatch(HAN);
    expect(FACT_WORDS[id].zh.means, id).toMatch(HAN);
    expect(FACT_WORDS[id].en.means, id).not.toMatch(HAN);
  }
});

test.each(FACT_IDS)("every column of %s that a file may fill has a plain name", (id) => {
  for (const [column, kind] of Object.entries(columnsOf(id))) {
    if (kind === "attributes") continue;
    expect(fieldWords(id, column, "en").name, column).not.toBe(column);
    expect(fieldWords(id, column, "zh").name, column).toMatch(HAN);
  }
});

test("closed lists belong to columns that there are, and their words are named", () => {
  for (const [list, entries] of Object.entries(CLOSED_LISTS)) {
    const [id = "", column = ""] = list.split(".");
    expect(Object.keys(columnsOf(id as never)), list).toContain(column);
    for (const word of entries) expect(listWord(list, word, "en"), word).not.toBe(word);
  }
});
