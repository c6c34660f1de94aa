import { expect, test } from "vitest";
import { partNames } from "./part-names.ts";

const mapping = (fact: string, set: Record<string, string> = {}) => ({ fact, set });

test("each mapping is called by what it gives", () => {
  expect(partNames([mapping("opportunity"), mapping("person")], "en")).toEqual(["Deals", "Contacts and leads"]);
});

test("mappings that give the same are told apart by the word that only they set, else by number", () => {
  const stages = [mapping("stage_entry", { stage: "'mql'" }), mapping("stage_entry", { stage: "'sql'" })];
  expect(partNames([mapping("person"), ...stages], "en").slice(1)).toEqual([
    expect.stringMatching(/: MQL$/),
    expect.stringMatching(/: SQL$/),
  ]);
  const keys = [
    mapping("person_identity", { identity: "text([a])" }),
    mapping("person_identity", { identity: "text([b])" }),
  ];
  expect(partNames(keys, "zh")).toEqual([expect.stringMatching(/：1$/), expect.stringMatching(/：2$/)]);
});
