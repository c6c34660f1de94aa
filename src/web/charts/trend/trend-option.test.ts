import { LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { expect, test } from "vitest";
import type { AnswerRow } from "../../../model/answer.ts";
import type { Flag } from "./flags.ts";
import { inTwoLines, type TrendTexts, trendOption } from "./trend-option.ts";

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, LabelLayout, SVGRenderer]);

const GOLDEN = "../../../../test/golden/charts";
const colours = {
  ink: "#16263f",
  soft: "#55617a",
  line: "#e3ded6",
  sea: "#1c6a99",
  ghost: "#b9b4aa",
  surface: "#ffffff",
  good: "#0c7a6c",
  bad: "#b5500b",
  unsure: "#8a6100",
};
const texts: TrendTexts = {
  month: (label) => label,
  value: (value) => (value === null ? "–" : `${Math.round(value * 100)}%`),
  previous: "a year earlier",
  current: "Win <rate>",
  font: "sans-serif",
  narrow: false,
};
const month = (i: number) => `2026-${String(i + 1).padStart(2, "0")}`;
const row = (i: number, value: number | null, rest: Partial<AnswerRow> = {}): AnswerRow => ({
  kpi: "win_rate",
  period: { from: `${month(i)}-01`, to: `${month(i)}-28`, label: month(i) },
  by: {},
  value,
  state: value === null ? "no_data" : "ok",
  unit: "ratio",
  definition: "win_rate@1",
  ...rest,
});

/** The chart as a picture, without the numbers that the library gives its parts. */
function picture(rows: readonly AnswerRow[], given = texts, flags: readonly Flag[] = []): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 640, height: 280 });
  chart.setOption(trendOption(rows, colours, given, flags));
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg.replaceAll(/zr\d+-/g, "zr-").replaceAll("><", ">\n<")}\n`;
}

test("a trend shows its interval as a band, a gap as a gap, and the comparison in grey with its name", async () => {
  const rows = [0.3, 0.34, null, 0.4, 0.38, 0.45].map((value, i) =>
    row(i, value, {
      ...(value !== null && { interval: [value - 0.05, value + 0.06] as const }),
      previous: { value: 0.25 + i / 100, change: null, state: "ok", period: { from: "", to: "", label: "" } },
    }),
  );
  await expect(picture(rows)).toMatchFileSnapshot(`${GOLDEN}/trend-band-and-gap.svg`);
});

test("the stretch into a period that is not over is dashed", async () => {
  const rows = [0.3, 0.34, 0.4].map((value, i) => row(i, value, i === 2 ? { state: "incomplete" } : {}));
  const svg = picture(rows);
  expect(svg).toContain("stroke-dasharray");
  await expect(svg).toMatchFileSnapshot(`${GOLDEN}/trend-so-far.svg`);
});

const beside = (ends: number, before: number) =>
  [0.3, 0.34, ends].map((value, i) =>
    row(i, value, { previous: { value: before, change: 0.5, state: "ok", period: { from: "", to: "", label: "" } } }),
  );

test("on a phone the names stand in two lines beside the picture", async () => {
  await expect(picture(beside(0.4, 0.2), { ...texts, narrow: true })).toMatchFileSnapshot(`${GOLDEN}/trend-narrow.svg`);
});

test("the names of two lines that end at one place stand apart, and right of both lines", () => {
  const places = (narrow: boolean) => {
    const svg = picture(beside(0.4, 0.4), { ...texts, narrow });
    const at = (text: string) => {
      const [, x, y] = new RegExp(`font-weight[^>]*translate\\(([\\d.]+) ([\\d.]+)\\)"[^>]*>${text}<`).exec(svg) ?? [];
      return { x: Number(x), y: Number(y) };
    };
    const ends = [...svg.matchAll(/ d="M[^"]*L([\d.]+) [\d.]+"/g)].map(([, x]) => Number(x));
    return { value: at("40%"), before: narrow ? at("a year") : at("a year earlier"), end: Math.max(...ends) };
  };
  for (const { value, before, end } of [places(false), places(true)]) {
    expect(Math.abs(value.y - before.y)).toBeGreaterThanOrEqual(15);
    expect(Math.min(value.x, before.x)).toBeGreaterThan(end);
  }
});

test("a name is broken where its two lines become shortest", () => {
  expect(inTwoLines("a year earlier")).toBe("a year\nearlier");
  expect(inTwoLines("€25.8K")).toBe("€25.8K");
  expect(inTwoLines("去年同月")).toBe("去年同月");
});

test("notes stand as flags on the time axis, a measurement break filled", async () => {
  const rows = [0.3, 0.34, 0.4, 0.37].map((value, i) => row(i, value));
  const flags = [
    { index: 1, text: "1", isBreak: true },
    { index: 3, text: "2 3", isBreak: false },
  ];
  await expect(picture(rows, texts, flags)).toMatchFileSnapshot(`${GOLDEN}/trend-flags.svg`);
});

test("texts from outside cannot become markup in the tooltip", () => {
  const { tooltip } = trendOption([row(0, 0.3)], colours, texts) as {
    tooltip: { formatter: (points: unknown) => string };
  };
  expect(tooltip.formatter([{ dataIndex: 0 }])).toContain("Win &#60;rate&#62;: 30%");
});
