import { expect, test } from "vitest";
import { chartPicture, chartRow, pictureTheme } from "../drawing/chart-picture.ts";
import { addsUp, areaOption, type LinesTexts, linesOption } from "./lines-option.ts";

const GOLDEN = "../../../../test/golden/charts";
const texts: LinesTexts = {
  labels: ["Jul", "Aug", "Sep"],
  value: (value) => (value === null ? "–" : String(value)),
  total: "All",
  others: "Others",
};
const rows = (...values: (number | null)[]) => values.map((value) => chartRow(value));
const open = (...values: number[]) =>
  values.map((value, i) => chartRow(value, i === values.length - 1 ? { state: "incomplete" } : {}));
const theme = pictureTheme();

test("lines are named at their ends, apart from each other, with a gap where there is nothing", async () => {
  const series = [
    { name: "Email", slot: 2, rows: rows(5, null, 7) },
    { name: "Webinar", slot: 4, rows: rows(6, 6, 7.1) },
    { name: "(not set)", slot: null, rows: rows(6.5, 6.5, 7.05) },
  ];
  await expect(chartPicture(linesOption(series, theme, texts), 720, 300)).toMatchFileSnapshot(`${GOLDEN}/lines.svg`);
});

test("a line that ends earlier is named at its own height, and the last step is named however slim the picture", () => {
  const series = [
    { name: "Webinar", slot: 4, rows: rows(3, 4, 0, null) },
    { name: "Email", slot: 2, rows: rows(1, 2, 0, null) },
    { name: "(not set)", slot: null, rows: rows(null, 0, null, null) },
  ];
  const labels = ["Jul 2026", "Aug 2026", "Sep 2026", "Oct 2026"];
  const svg = chartPicture(linesOption(series, pictureTheme(312), { ...texts, labels }), 312, 300);
  expect(svg).toContain(">Oct 2026<");
  const heightOf = (name: string) =>
    Number(new RegExp(`translate\\([\\d.]+ ([\\d.]+)\\)"[^>]*>${name}<`).exec(svg)?.[1]);
  expect(heightOf("\\(not set\\)")).toBe(heightOf("0"));
  expect(Math.abs(heightOf("Webinar") - heightOf("Email"))).toBeGreaterThanOrEqual(15);
});

test("a period that is not over is reached by a dashed line", async () => {
  const svg = chartPicture(linesOption([{ name: "Email", slot: 2, rows: open(5, 8, 3) }], theme, texts), 720, 300);
  expect(svg).toContain("stroke-dasharray");
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/lines-so-far.svg`);
});

test("areas are stacked to the whole that the engine gives, what is left is grey", async () => {
  const series = [
    { name: "Email", slot: 2, rows: rows(5, 6, 7) },
    { name: "Webinar", slot: 4, rows: rows(3, 2, 4) },
  ];
  const svg = chartPicture(areaOption(series, rows(10, 9, 14), theme, texts), 720, 300);
  expect(svg).toContain(">Others<");
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/area.svg`);
  expect(chartPicture(areaOption(series, rows(8, 8, 11), theme, texts), 720, 300)).not.toContain(">Others<");
});

test("only what makes up the engine's whole is stacked", () => {
  expect(addsUp([rows(1, 2), rows(3, 4)], rows(4, 6))).toBe(true);
  // Users: some came through both.
  expect(addsUp([rows(1, 2), rows(3, 4)], rows(3, 6))).toBe(false);
  // Nothing known is nothing to stack.
  expect(addsUp([rows(null, null)], rows(null, null))).toBe(false);
  expect(addsUp([rows(null, 2)], rows(null, 2))).toBe(true);
});
