import { expect, test } from "vitest";
import { CHANNELS } from "../../model/channels.ts";
import { channelNames } from "./channel-names.ts";
import { en } from "./en.ts";
import { zh } from "./zh.ts";

type Tree = { readonly [key: string]: string | Tree };

const leaves = (tree: Tree, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`),
  );
const english = new Map(leaves(en));
const chinese = new Map(leaves(zh));
const blanks = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();

test("every text stands in both languages", () => {
  expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort());
});

test("both languages fill in the same", () => {
  for (const [key, text] of english) expect(blanks(chinese.get(key) ?? ""), key).toEqual(blanks(text));
});

test("a Chinese text is Chinese, an English one is not", () => {
  const plain = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, "");
  for (const [key, text] of chinese) {
    if (/\p{L}/u.test(plain(text))) expect(/\p{Script=Han}/u.test(text), `${key}: ${text}`).toBe(true);
  }
  for (const [key, text] of english) expect(/\p{Script=Han}/u.test(text), key).toBe(false);
});

test("every channel has a Chinese name", () => {
  for (const channel of CHANNELS) expect(channelNames[channel], channel).toMatch(/\p{Script=Han}/u);
});
