import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { heat } from "./heat.ts";

const tokens = readFileSync(join(import.meta.dirname, "../../theme/tokens.css"), "utf8");
const [light = "", dark = ""] = tokens.split('[data-mantine-color-scheme="dark"]');
const colour = (scheme: string, name: string): number[] => {
  const hex = new RegExp(`--${name}: #([0-9a-f]{6})`).exec(scheme)?.[1] ?? "";
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
};
const light01 = (part: number) => (part <= 10.31475 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r = 0, g = 0, b = 0]: number[]) => 0.2126 * light01(r) + 0.7152 * light01(g) + 0.0722 * light01(b);
const contrast = (a: number[], b: number[]) => {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test("the deepest cell stands for the largest share, none for no value", () => {
  expect([heat(0.4, 0.4), heat(0.2, 0.4), heat(0, 0.4), heat(null, 0.4), heat(0, 0)]).toEqual([44, 22, 0, 0, 0]);
});

test.each([
  ["light", light],
  ["dark", dark],
])("text on the deepest cell can be read (%s)", (_name, scheme) => {
  const [ink, sea, surface] = ["ink", "sea", "surface"].map((name) => colour(scheme, name));
  const share = heat(1, 1) / 100;
  const ground = [0, 1, 2].map((at) => (sea?.[at] ?? 0) * share + (surface?.[at] ?? 0) * (1 - share));
  expect(contrast(ink ?? [], ground)).toBeGreaterThan(4.5);
});
