import { describe, expect, test } from "vitest";
import { deriving, type FactRow } from "./build.ts";

const { build } = deriving();

const entry = (person_id: string, stage: string, date: string, more: object = {}): FactRow => ({
  external_id: `${person_id}/${stage}/${date}`,
  person_id,
  stage,
  date,
  evidence: "transition",
  ...more,
});

/** "p lead 2026-01-05; p mql 2026-01-20" → stage entries. */
const entries = (text: string, more: object = {}): FactRow[] =>
  text
    .split(";")
    .map((part) => part.trim().split(/\s+/))
    .map(([person = "", stage = "", date = ""]) => entry(person, stage, date, more));

const funnel = async (text: string): Promise<string[]> => {
  const built = await build({ stage_entry: entries(text) });
  return built.rows("funnel_entry", "person_key journey stage date inferred");
};

describe("stages", () => {
  test("a person counts once per stage, on the day it was first entered", async () => {
    expect(await funnel("p lead 2026-01-05; p lead 2026-02-01; p mql 2026-01-20; p mql 2026-01-18")).toEqual([
      "crm/main/p 1 lead 2026-01-05 0",
      "crm/main/p 1 mql 2026-01-18 0",
    ]);
  });
});
