import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";
import {
  type ChartTheme,
  cut,
  escapeHtml,
  frameOf,
  NARROW,
  slotColour,
  textWidth,
  tick,
} from "../drawing/chart-theme.ts";

/** One name with its two values. */
export interface ScatterPoint {
  readonly name: string;
  readonly slot: number | null;
  readonly x: AnswerRow;
  readonly y: AnswerRow;
}

export interface ScatterAxis {
  readonly name: string;
  readonly value: (value: number | null) => string;
  /** The engine's own value of the whole; a dashed line where it lies among the points. */
  readonly total: number | null;
}

export const scatterHeight = (width: number) => (width < NARROW ? 340 : 420);

/** A round step so that about four of them reach the largest value. */
export function roundStep(largest: number): number {
  if (largest <= 0) return 1;
  const rough = largest / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 2.5, 5].find((one) => one * power >= rough) ?? 10) * power;
}

interface Place {
  readonly position: "right" | "left" | "top" | "bottom";
  readonly align?: "left";
  /** Left, top, right, bottom of a name so many pixels long, seen from its point. */
  readonly box: (long: number) => readonly [number, number, number, number];
}

/** Room right of the plot, into which names may reach. */
const BESIDE = 44;

const PLACES: readonly Place[] = [
  { position: "right", box: (long) => [10, -8, 12 + long, 8] },
  { position: "left", box: (long) => [-12 - long, -8, -10, 8] },
  { position: "top", box: (long) => [-long / 2, -24, long / 2, -9] },
  { position: "bottom", box: (long) => [-long / 2, 9, long / 2, 24] },
  { position: "top", align: "left", box: (long) => [-4, -24, long, -9] },
  { position: "bottom", align: "left", box: (long) => [-4, 9, long, 24] },
];

interface Plot {
  readonly width: number;
  readonly height: number;
  /** Where the dashed lines of the whole stand, across and down. */
  readonly rules: { readonly x: number | null; readonly y: number | null };
  /** What the line across is called, above its right end. */
  readonly across: string;
}

/**
 * Beside which side of its point each name stands so that none covers another or a point and, where it can be, no dashed
 * line runs through it; null where none is free.
 */
function placeNames(
  names: readonly string[],
  points: readonly (readonly [number, number])[],
  { width, height, rules, across }: Plot,
): readonly (Place | null)[] {
  const taken: (readonly [number, number, number, number])[] = [
    ...points.map(([x, y]) => [x - 7, y - 7, x + 7, y + 7] as const),
    ...(rules.y === null ? [] : [[width - BESIDE - textWidth(across), rules.y - 18, width, rules.y] as const]),
  ];
  return points.map(([x, y], own) => {
    const long = textWidth(names[own] ?? "");
    const around = ({ box }: Place) => {
      const [left, top, right, bottom] = box(long);
      return [x + left, y + top, x + right, y + bottom] as const;
    };
    const free = PLACES.filter((one) => {
      const [left, top, right, bottom] = around(one);
      const apart = taken.every(([l, t, r, b], i) => i === own || right < l || left > r || bottom < t || top > b);
      return left >= 0 && right <= width && bottom <= height && apart;
    });
    const unruled = free.find((one) => {
      const [left, top, right, bottom] = around(one);
      const within = (at: number | null, from: number, to: number) => at !== null && at > from - 2 && at < to + 2;
      return !within(rules.x, left, right) && !within(rules.y, top, bottom);
    });
    const place = unruled ?? free[0];
    if (place) taken.push(around(place));
    return place ?? null;
  });
}

/** Two KPIs over one dimension: a named point each, hollow where one of the values is not whole yet. */
export function scatterOption(
  points: readonly ScatterPoint[],
  x: ScatterAxis,
  y: ScatterAxis,
  whole: string,
  theme: ChartTheme,
): EChartsCoreOption {
  const frame = frameOf(theme);
  const narrow = theme.width < NARROW;
  const most = {
    x: Math.max(0, ...points.map((one) => one.x.value ?? 0)),
    y: Math.max(0, ...points.map((one) => one.y.value ?? 0)),
  };
  const within = ({ total }: ScatterAxis, largest: number) => total !== null && total > 0 && total <= largest;
  const step = { x: roundStep(most.x), y: roundStep(most.y) };
  const top = { x: Math.ceil((most.x * 1.001) / step.x) * step.x, y: Math.ceil((most.y * 1.001) / step.y) * step.y };
  const plot = { width: theme.width - 8 - (narrow ? 24 : 48) - BESIDE, height: scatterHeight(theme.width) - 52 - 56 };
  const called = (axisOf: ScatterAxis) => `${whole} ${axisOf.value(axisOf.total)}`;
  const places = placeNames(
    points.map(({ name }) => cut(name, narrow ? 90 : 180)),
    points.map(({ x: over, y: up }) => [
      ((over.value ?? 0) / top.x) * plot.width,
      plot.height - ((up.value ?? 0) / top.y) * plot.height,
    ]),
    {
      width: plot.width + BESIDE,
      height: plot.height,
      rules: {
        x: within(x, most.x) ? ((x.total ?? 0) / top.x) * plot.width : null,
        y: within(y, most.y) ? plot.height - ((y.total ?? 0) / top.y) * plot.height : null,
      },
      across: called(y),
    },
  );
  const axis = ({ name, value }: ScatterAxis, given: object) => ({
    ...frame.valueAxis,
    name,
    nameTextStyle: { color: theme.ink, fontSize: 12, fontWeight: 600, fontFamily: theme.font },
    axisLabel: { ...frame.valueAxis.axisLabel, hideOverlap: true, formatter: tick(value) },
    ...given,
  });
  const mark = (axisOf: ScatterAxis, at: "xAxis" | "yAxis") => ({
    [at]: axisOf.total,
    label: {
      formatter: called(axisOf),
      color: theme.soft,
      textBorderColor: theme.surface,
      textBorderWidth: 4,
      fontSize: 12,
      fontFamily: theme.font,
      ...(at === "xAxis" ? { position: "end", rotate: 0 } : { position: "insideEndTop" }),
    },
  });
  const lines = [...(within(x, most.x) ? [mark(x, "xAxis")] : []), ...(within(y, most.y) ? [mark(y, "yAxis")] : [])];
  return {
    animation: false,
    textStyle: frame.textStyle,
    grid: {
      left: 8,
      right: narrow ? 24 : 48,
      top: 52,
      bottom: 32,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    // One set of grid lines is enough: names stand between them.
    xAxis: axis(x, { splitLine: { show: false }, nameLocation: "middle", nameGap: 32, max: top.x, interval: step.x }),
    yAxis: axis(y, {
      max: top.y,
      interval: step.y,
      nameLocation: "end",
      nameGap: 30,
      nameTextStyle: { color: theme.ink, fontSize: 12, fontWeight: 600, align: "left", fontFamily: theme.font },
    }),
    tooltip: {
      ...frame.tooltip,
      trigger: "item",
      formatter: (given: unknown) => {
        const point = points[(given as { dataIndex?: number }).dataIndex ?? 0];
        if (!point) return "";
        const said = (axisOf: ScatterAxis, row: AnswerRow) =>
          `${escapeHtml(axisOf.name)}: ${axisOf.value(row.value)}${row.interval ? ` (95%: ${row.interval.map(axisOf.value).join(" – ")})` : ""}${row.state !== "ok" && row.reason ? ` ◆ ${escapeHtml(row.reason.text)}` : ""}`;
        return [`<b>${escapeHtml(point.name)}</b>`, said(x, point.x), said(y, point.y)].join("<br>");
      },
    },
    series: [
      {
        type: "scatter",
        symbolSize: 13,
        data: points.map((point, i) => {
          const color = slotColour(theme, point.slot);
          const open = point.x.state !== "ok" || point.y.state !== "ok";
          return {
            value: [point.x.value, point.y.value],
            name: point.name,
            itemStyle: open
              ? { color: theme.surface, borderColor: color, borderWidth: 2, borderType: "dashed" }
              : { color, opacity: 0.9 },
            label: {
              show: places[i] !== null,
              position: places[i]?.position ?? "right",
              ...(places[i]?.align && { align: places[i].align }),
              formatter: cut(point.name, narrow ? 90 : 180),
              color: theme.ink,
              fontSize: 12,
              fontFamily: theme.font,
              textBorderColor: theme.surface,
              textBorderWidth: 4,
            },
          };
        }),
        ...(lines.length > 0 && {
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: theme.soft, type: "dashed", width: 1 },
            data: lines,
          },
        }),
      },
    ],
  };
}
