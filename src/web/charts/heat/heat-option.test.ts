import { expect, test } from "vitest";
import { chartPicture, chartRow, pictureTheme } from "../drawing/chart-picture.ts";
import { mix } from "../drawing/chart-theme.ts";
import { heatHeight, heatOption } from "./heat-option.ts";

const cells = [
  [chartRow(8), chartRow(4), chartRow(2, { state: "incomplete" })],
  [chartRow(0), chartRow(null), undefined],
];
const data = {
  rows: ["Germany", "United States"],
  columns: ["Jul 2026", "Aug 2026", "Sep 2026"],
  cell: (row: number, column: number) => cells[row]?.[column],
  value: (value: number | null) => (value === null ? "–" : String(value)),
};

test("more is deeper; what is not there is a dash, not 0; what is not whole is outlined", async () => {
  const svg = chartPicture(heatOption(data, pictureTheme()), 720, heatHeight(2));
  expect(svg.match(/>–</g)).toHaveLength(2);
  expect(svg).toContain("stroke-dasharray");
  await expect(svg).toMatchFileSnapshot("../../../../test/golden/charts/heat.svg");
});

test("colours are mixed also where a style sheet writes them short", () => {
  expect(mix("#fff", "#000000", 0.5)).toBe("#808080");
});

test("the shades of named rows do not pale beside all others together", () => {
  const others = { ...data, rows: [...data.rows, "Others (9)"] };
  const cell = (row: number, column: number) => (row === 2 ? chartRow(900) : data.cell(row, column));
  const fills = (given: typeof data & { readonly aside?: ReadonlySet<number> }) =>
    chartPicture(heatOption(given, pictureTheme()), 720, heatHeight(given.rows.length)).match(/fill="[^"]+"/g) ?? [];
  const alone = new Set(fills(data));
  const beside = new Set(fills({ ...others, cell, aside: new Set([2]) }));
  expect([...alone].every((fill) => beside.has(fill))).toBe(true);
  expect([...alone].every((fill) => new Set(fills({ ...others, cell })).has(fill))).toBe(false);
});
