import { expect, test } from "vitest";
import { inReadersNames } from "./in-readers-names.ts";

const names: Readonly<Record<string, string>> = { Direct: "直接访问", "Direct Mail": "直邮", Event: "线下活动" };
const name = (channel: string) => names[channel] ?? channel;

test("a channel's name within another's is not taken for it, and no blank is left between Chinese words", () => {
  expect(
    inReadersNames(
      "Direct Mail 的花费是 Event 的 2 倍，带来的 SQL 是其 0.6 倍。",
      ["Direct", "Event", "Direct Mail"],
      name,
    ),
  ).toBe("直邮的花费是线下活动的 2 倍，带来的 SQL 是其 0.6 倍。");
});

test("names that are kept leave the sentence as it is", () => {
  const sentence = "Radio (DE) took 2× the spend of Event.";
  expect(inReadersNames(sentence, ["Radio (DE)", "Event"], (one) => one)).toBe(sentence);
});
