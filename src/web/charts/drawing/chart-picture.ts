import { BarChart, CustomChart, LineChart, ScatterChart } from "echarts/charts";
import {
  GraphicComponent,
  GridComponent,
  MarkLineComponent,
  TitleComponent,
  TooltipComponent,
} from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import type { AnswerRow } from "../../../model/answer.ts";
import type { ChartTheme } from "./chart-theme.ts";

use([
  LineChart,
  BarChart,
  CustomChart,
  ScatterChart,
  GraphicComponent,
  GridComponent,
  TitleComponent,
  TooltipComponent,
  MarkLineComponent,
  LabelLayout,
  SVGRenderer,
]);

/** The page's light colours, in a fixed font and width. */
export const pictureTheme = (width = 720): ChartTheme => ({
  ink: "#16263f",
  soft: "#55617a",
  line: "#e3ded6",
  sea: "#1c6a99",
  ghost: "#b9b4aa",
  surface: "#ffffff",
  good: "#0c7a6c",
  bad: "#b5500b",
  unsure: "#8a6100",
  categories: ["#1c6a99", "#b3791a", "#7d4b91", "#c9557d", "#5f8026", "#27395c"],
  other: "#8b8577",
  font: "sans-serif",
  width,
});

/** A row of an answer with the least that a chart needs. */
export const chartRow = (value: number | null, rest: Partial<AnswerRow> = {}): AnswerRow => ({
  kpi: "leads",
  period: { from: "2026-01-01", to: "2026-01-31", label: "2026-01" },
  by: {},
  value,
  state: value === null ? "no_data" : "ok",
  unit: "count",
  definition: "leads@1",
  ...rest,
});

/** A chart as SVG text, one element a line, without the numbers that the library gives its parts. */
export function chartPicture(option: EChartsCoreOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  chart.setOption(option);
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg.replaceAll(/zr\d+-/g, "zr-").replaceAll("><", ">\n<")}\n`;
}
