import { expect, test } from "vitest";
import { parameterText } from "./parameter-text.ts";

test.each([
  ["plain", "plain"],
  ["a\tb\nc\\d", "a\\tb\\nc\\\\d"],
  [null, "\\N"],
  [true, "1"],
  [7, "7"],
  [["it's", "a\\b"], "['it\\'s','a\\\\b']"],
  [[1, null, true], "[1,NULL,true]"],
  [[], "[]"],
  [{ "k'": ["v"] }, "{'k\\'':['v']}"],
])("%j is sent as %s", (value, text) => {
  expect(parameterText(value)).toBe(text);
});
