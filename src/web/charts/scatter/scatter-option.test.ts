import { expect, test } from "vitest";
import { chartPicture, chartRow, pictureTheme } from "../drawing/chart-picture.ts";
import { roundStep, scatterHeight, scatterOption } from "./scatter-option.ts";

const value = (given: number | null) => (given === null ? "–" : String(given));
const point = (name: string, slot: number | null, x: number, y: number, open = false) => ({
  name,
  slot,
  x: chartRow(x),
  y: chartRow(y, open ? { state: "incomplete" } : {}),
});

test("points are named where there is room, the whole is a dashed line", async () => {
  const points = [
    point("Paid Search", 0, 290, 36),
    point("Event", 2, 55, 46.8),
    point("Organic Search", 1, 17, 47.5),
    point("Webinar", 4, 12, 43, true),
  ];
  const option = scatterOption(
    points,
    { name: "Cost per lead", value, total: 135 },
    { name: "Lead to MQL", value, total: 43.1 },
    "All",
    pictureTheme(),
  );
  const svg = chartPicture(option, 720, scatterHeight(720));
  for (const { name } of points) expect(svg).toContain(`>${name}<`);
  expect(svg).toContain(">All 135<");
  await expect(svg).toMatchFileSnapshot("../../../../test/golden/charts/scatter.svg");
});

test("no name stands where the line of the whole has its own", () => {
  const points = [point("Paid Search", 0, 380, 35), point("Paid Video", 1, 399, 12)];
  const at = (total: number) => {
    const { series } = scatterOption(
      points,
      { name: "Cost per lead", value, total: 200 },
      { name: "Lead to MQL", value, total },
      "All",
      pictureTheme(328),
    ) as { series: { data: { label: { position: string } }[] }[] };
    return series[0]?.data[0]?.label.position;
  };
  // Left of it there is room, unless the line runs just below.
  expect(at(12)).toBe("left");
  expect(at(34)).not.toBe("left");
  expect(at(34)).not.toBe("top");
});

test("an axis goes by round steps", () => {
  expect([547, 0.47, 8, 3.9, 0].map(roundStep)).toEqual([200, 0.2, 2, 1, 1]);
});
