import { describe, expect, test } from "vitest";
import { fitLayout } from "./fit-layout.ts";
import { candidatesOf, fullMatches } from "./match-layout.ts";
import { testPreset } from "./test-presets.ts";

function fitted(header: readonly string[], facts: readonly object[], given: readonly string[] = []) {
  const preset = testPreset("fitted", [
    {
      id: "rows",
      columns: {
        date: ["Date"],
        amount: ["Amount"],
        source: ["Source"],
        both: ["Source / medium"],
        channel: ["Channel"],
        entered: { pattern: '^Entered "(?<stage>[^"]+)"$' },
      },
      required: ["date"],
      facts,
    },
  ]);
  const [match] = fullMatches(header, candidatesOf([preset]), { preamble: "", section: null });
  if (!match) throw new Error("no layout fits");
  return fitLayout(match, given);
}

describe("a layout as one file needs it", () => {
  const web = {
    fact: "web_daily",
    set: {
      date: "date([date])",
      source: "coalesce(text([source]), text(split_part([both], ' / ', 1)))",
      medium: "text(split_part([both], ' / ', 2))",
      channel: "when(is_empty([both]), text([channel]))",
      campaign: "'all'",
      device: "when([source] = 'x', 'mobile', 'desktop')",
      currency: "when(is_empty([amount]), null, setting('currency'))",
    },
  };

  test("leaves out what only reads columns that are not there", () => {
    expect(Object.keys(fitted(["Date"], [web]).layout.facts[0]?.set ?? {})).toEqual([
      "date",
      "campaign",
      "device",
      "currency",
    ]);
    expect(Object.keys(fitted(["Date", "Source / medium"], [web]).layout.facts[0]?.set ?? {})).toEqual([
      "date",
      "source",
      "medium",
      "campaign",
      "device",
      "currency",
    ]);
    expect(Object.keys(fitted(["Date", "Channel"], [web]).layout.facts[0]?.set ?? {})).toContain("channel");
  });

  test("keeps what the fact needs, so that its absence is told", () => {
    const cost = {
      fact: "cost",
      set: { date: "date([date])", amount: "money([amount])", currency: "'EUR'", category: "text([channel])" },
    };
    expect(Object.keys(fitted(["Date"], [cost]).layout.facts[0]?.set ?? {})).toEqual([
      "date",
      "amount",
      "currency",
      "category",
    ]);
  });

  test("counts the columns that a copy adds as there", () => {
    const cost = { fact: "cost", set: { memo: "text([section_row])" } };
    expect(fitted(["Date"], [cost], ["section_row"]).layout.facts[0]?.set).toEqual({ memo: "text([section_row])" });
    expect(fitted(["Date"], [cost]).layout.facts[0]?.set).toEqual({});
  });

  test("writes a mapping out for each column that a pattern finds, and drops it where there is none", () => {
    const stage = {
      fact: "opportunity_stage",
      each: "entered",
      when: "not(is_empty([entered]))",
      set: { date: "date([entered])", stage: "header('stage')", opportunity_id: "text([date])" },
    };
    const { layout, fields, captured } = fitted(["Date", 'Entered "Won"', 'Entered "Lost (EU)"'], [stage]);
    expect(fields).toEqual(["date", "entered_1", "entered_2"]);
    expect(layout.facts.map(({ when, set }) => [when, set.date, set.stage])).toEqual([
      ["not(is_empty([entered_1]))", "date([entered_1])", "header('entered_1.stage')"],
      ["not(is_empty([entered_2]))", "date([entered_2])", "header('entered_2.stage')"],
    ]);
    expect(captured).toEqual({ "header.entered_1.stage": "Won", "header.entered_2.stage": "Lost (EU)" });
    expect(fitted(["Date"], [stage]).layout.facts).toEqual([]);
  });
});
