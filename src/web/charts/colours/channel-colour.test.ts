import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { colourSlots } from "./channel-colour.ts";

test("a channel keeps its colour whatever stands beside it", () => {
  const alone = colourSlots("channel", ["Email"]).get("Email");
  const among = colourSlots("channel", ["Direct", "Paid Search", "Email", "Referral"]).get("Email");
  expect(among).toBe(alone);
});

test("no two values of a chart share a colour; beyond six, and without a name, all is grey", () => {
  const values = ["Webinar", "Direct", "Event", "(not set)", "Referral", "Partner", "Email", "Display"];
  const slots = [...colourSlots("channel", values).values()];
  const coloured = slots.filter((slot) => slot !== null);
  expect(new Set(coloured).size).toBe(coloured.length);
  expect(slots[3]).toBeNull();
  expect(slots.slice(6)).toEqual([null, null]);
});

test("a colour is lent only while its owner is not there", () => {
  expect(colourSlots("channel", ["Direct"]).get("Direct")).toBe(4);
  const beside = colourSlots("channel", ["Direct", "Webinar"]);
  expect(beside.get("Webinar")).toBe(4);
  expect(beside.get("Direct")).not.toBe(4);
});

test("values of other dimensions take the colours in turn", () => {
  expect([...colourSlots("country", ["DE", "FR", "AT"]).values()]).toEqual([0, 1, 2]);
});

const css = readFileSync(join(import.meta.dirname, "../../theme/tokens.css"), "utf8");
const blocks = { light: css.slice(0, css.indexOf("}")), dark: css.slice(css.indexOf('="dark"]')) };
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one: string, other: string) => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

for (const [scheme, text] of Object.entries(blocks)) {
  test(`every category's colour stands out of the ground and can be told from the others (${scheme})`, () => {
    const value = (name: string) => new RegExp(`--${name}: (#[0-9a-f]{6})`).exec(text)?.[1] ?? "";
    const categories = [1, 2, 3, 4, 5, 6].map((number) => value(`cat-${number}`));
    for (const colour of [...categories, value("cat-other")])
      expect(contrast(colour, value("surface")), colour).toBeGreaterThanOrEqual(3);
    expect(new Set(categories).size).toBe(6);
  });
}
