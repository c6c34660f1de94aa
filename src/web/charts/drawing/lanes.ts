import type { EChartsCoreOption } from "echarts/core";
import { type ChartTheme, frameOf } from "./chart-theme.ts";

/** A chart of lanes, one below the other along one axis of values, each drawn by hand. */
export interface LaneDrawing<Lane> {
  readonly lanes: readonly Lane[];
  /** Height of a lane in pixels, and how far below its middle the drawing stands. */
  readonly height: number;
  readonly sink: number;
  readonly grid: { readonly left: number; readonly right: number; readonly top: number };
  readonly valueAxis: object;
  /** Whether the line that the lanes begin at stands at zero rather than at the left. */
  readonly onZero: boolean;
  /** Where a lane is pointed at. */
  readonly value: (lane: Lane, index: number) => number;
  /** As HTML. */
  readonly tip: (lane: Lane) => string;
  readonly draw: (lane: Lane, index: number, at: (value: number) => number, middle: number) => readonly object[];
}

/** A text of a drawing, in the page's type. */
export const textOf =
  (theme: ChartTheme) =>
  (content: string, x: number, y: number, more: object = {}) => ({
    type: "text",
    silent: true,
    style: {
      text: content,
      x,
      y,
      fill: theme.ink,
      fontSize: 13,
      fontFamily: theme.font,
      verticalAlign: "middle",
      ...more,
    },
  });

/** The option of a chart of lanes. */
export function laneOption<Lane>(drawing: LaneDrawing<Lane>, theme: ChartTheme): EChartsCoreOption {
  const { lanes, height, sink, grid, valueAxis, onZero, value, tip, draw } = drawing;
  const frame = frameOf(theme);
  return {
    animation: false,
    textStyle: frame.textStyle,
    grid: { ...grid, height: lanes.length * height },
    xAxis: { ...frame.valueAxis, ...valueAxis },
    yAxis: {
      ...frame.categoryAxis,
      inverse: true,
      data: lanes.map((_, index) => String(index)),
      axisLabel: { show: false },
      axisLine: { show: true, onZero, lineStyle: { color: theme.line } },
    },
    tooltip: {
      ...frame.tooltip,
      trigger: "item",
      formatter: (point: unknown) => {
        const found = lanes[(point as { dataIndex?: number }).dataIndex ?? 0];
        return found ? tip(found) : "";
      },
    },
    series: [
      {
        type: "custom",
        clip: false,
        data: lanes.map((lane, index) => [value(lane, index), index]),
        renderItem: (
          { dataIndex: index }: { dataIndex: number },
          api: { coord: (point: readonly number[]) => number[] },
        ) => {
          const lane = lanes[index];
          if (!lane) return null;
          const at = (given: number) => api.coord([given, index])[0] ?? 0;
          const middle = (api.coord([0, index])[1] ?? 0) + sink;
          return { type: "group", children: draw(lane, index, at, middle) };
        },
      },
    ],
  };
}
