import { expect, test } from "vitest";
import { chartPicture, chartRow, pictureTheme } from "../drawing/chart-picture.ts";
import { type BarPanel, barHeight, barOption } from "./bar-option.ts";

const GOLDEN = "../../../../test/golden/charts";
const value = (given: number | null) => (given === null ? "–" : String(given));
const previous = { change: null, state: "ok", period: { from: "", to: "", label: "" } } as const;
const texts = {
  names: ["Email", "Webinar", "Partner"],
  empty: () => "No data",
  previous: () => "before: 3",
};
const panels: readonly BarPanel[] = [
  {
    title: "Leads",
    scale: "leads",
    value,
    rows: [
      chartRow(8, { interval: [5, 12], previous: { ...previous, value: 6 } }),
      chartRow(4, { state: "incomplete" }),
      chartRow(null),
    ],
  },
  { title: "MQLs", scale: "mqls", value, rows: [chartRow(3), undefined, chartRow(1)] },
];

test("bars tell value, interval, comparison, what is not whole and what is not there", async () => {
  const svg = chartPicture(barOption(panels, pictureTheme(), texts), 720, barHeight(2, 3, 720));
  expect(svg).toContain(">No data<");
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/bar-panels.svg`);
});

test("on a phone the panels stand below each other", async () => {
  const height = barHeight(2, 3, 328);
  expect(height).toBeGreaterThan(barHeight(2, 3, 720) * 2 - 1);
  const svg = chartPicture(barOption(panels, pictureTheme(328), texts), 328, height);
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/bar-panels-narrow.svg`);
});

test("texts from outside cannot become markup in the tooltip", () => {
  const { tooltip } = barOption(panels, pictureTheme(), { ...texts, names: ["<img>", "b", "c"] }) as {
    tooltip: { formatter: (point: unknown) => string };
  };
  expect(tooltip.formatter({ seriesIndex: 0, dataIndex: 0 })).toContain("&#60;img&#62;");
});
