import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";
import { wholeEnds } from "../../app/whole-ends.ts";
import { type ChartTheme, cut, escapeHtml, frameOf, NARROW } from "../drawing/chart-theme.ts";

/** One column of bars beside the others: a KPI, or a period. */
export interface BarPanel {
  readonly title: string;
  readonly rows: readonly (AnswerRow | undefined)[];
  readonly value: (value: number | null) => string;
  /** Panels of one scale can be compared with each other. */
  readonly scale: string;
}

export interface BarTexts {
  readonly names: readonly string[];
  /** Words for a row without a value. */
  readonly empty: (row: AnswerRow | undefined, lane: number) => string;
  /** The lane of all that is left beside the others: grey. */
  readonly other?: number;
  /** Name of what the thin mark shows, where a comparison is given. */
  readonly previous: (row: AnswerRow) => string;
}

const LANE = 26;
const TITLE = 30;
const GAP = 20;
/** Room for the values before the bars. */
const VALUE = 68;

const nameWidth = (theme: Pick<ChartTheme, "width">) => (theme.width < NARROW ? 104 : 176);

/** Height in pixels: panels stand beside each other, on a phone below each other. */
export function barHeight(panels: number, lanes: number, width: number): number {
  const one = TITLE + Math.max(1, lanes) * LANE;
  return width < NARROW ? panels * one + (panels - 1) * GAP : one;
}

/** The largest that a panel draws, its intervals' ends and comparisons too. */
function reach({ rows }: BarPanel): number {
  return Math.max(
    0,
    ...rows.flatMap((row) =>
      row ? [row.value ?? 0, row.value === null ? 0 : (row.interval?.[1] ?? 0), row.previous?.value ?? 0] : [],
    ),
  );
}

/**
 * Horizontal bars from zero, one lane a name, one panel a KPI or a period: value before the bar, interval as a soft band,
 * comparison as a thin grey mark, a bar that is not whole yet only outlined, the reason where there is no value.
 */
export function barOption(panels: readonly BarPanel[], theme: ChartTheme, texts: BarTexts): EChartsCoreOption {
  const frame = frameOf(theme);
  const narrow = theme.width < NARROW;
  const names = nameWidth(theme);
  const lanes = texts.names.length;
  const count = Math.max(1, panels.length);
  const width = narrow ? theme.width - names : (theme.width - names - (count - 1) * GAP) / count;
  const value = Math.min(VALUE, width * 0.4);
  const scales = new Map<string, number>();
  for (const panel of panels) scales.set(panel.scale, Math.max(scales.get(panel.scale) ?? 0, reach(panel)));
  const left = (i: number) => (narrow ? names : names + i * (width + GAP));
  const top = (i: number) => TITLE + (narrow ? i * (TITLE + lanes * LANE + GAP) : 0);
  return {
    animation: false,
    textStyle: frame.textStyle,
    title: panels.map(({ title }, i) => ({
      text: cut(title, narrow ? theme.width - 8 : width - value, 13),
      left: narrow ? 0 : left(i) + value,
      top: top(i) - TITLE,
      padding: [4, 0],
      textStyle: { color: theme.ink, fontSize: 13, fontWeight: 600, fontFamily: theme.font },
    })),
    grid: panels.map((_, i) => ({ left: left(i) + value, top: top(i), width: width - value, height: lanes * LANE })),
    xAxis: panels.map(({ scale }, i) => ({
      type: "value",
      gridIndex: i,
      min: 0,
      max: scales.get(scale) || 1,
      show: false,
    })),
    yAxis: panels.map((_, i) => ({
      ...frame.categoryAxis,
      gridIndex: i,
      inverse: true,
      data: [...texts.names],
      axisLine: { show: true, onZero: false, lineStyle: { color: theme.line } },
      axisLabel: {
        show: narrow || i === 0,
        interval: 0,
        color: theme.ink,
        fontSize: 13,
        margin: value + 10,
        formatter: (name: string) => cut(name, names - 14, 13),
      },
    })),
    tooltip: {
      ...frame.tooltip,
      trigger: "item",
      formatter: (point: unknown) => {
        const { seriesIndex = 0, dataIndex = 0 } = point as { seriesIndex?: number; dataIndex?: number };
        const panel = panels[Math.floor(seriesIndex / 2)];
        const row = panel?.rows[dataIndex];
        if (!panel || !row) return "";
        return [
          `<b>${escapeHtml(texts.names[dataIndex] ?? "")}</b>`,
          `${escapeHtml(panel.title)}: ${panel.value(row.value)}`,
          ...(row.interval && row.value !== null
            ? [`95%: ${wholeEnds(row.interval, row.unit).map(panel.value).join(" – ")}`]
            : []),
          ...(row.previous ? [escapeHtml(texts.previous(row))] : []),
          ...(row.reason ? [escapeHtml(row.reason.text)] : []),
        ].join("<br>");
      },
    },
    series: panels.flatMap((panel, i) => [
      {
        type: "bar",
        xAxisIndex: i,
        yAxisIndex: i,
        barWidth: 14,
        data: panel.rows.map((row, lane) => {
          const color = lane === texts.other ? theme.other : theme.sea;
          return {
            value: row?.value ?? null,
            itemStyle:
              row && row.state !== "ok"
                ? { color: theme.surface, borderColor: color, borderType: "dashed", borderWidth: 1.5 }
                : { color, borderRadius: [0, 3, 3, 0] },
          };
        }),
      },
      {
        type: "custom",
        xAxisIndex: i,
        yAxisIndex: i,
        data: panel.rows.map((_, lane) => [0, lane]),
        renderItem: (
          { dataIndex: lane }: { dataIndex: number },
          api: { coord: (point: readonly number[]) => number[] },
        ) => {
          const row = panel.rows[lane];
          const [zero = 0, middle = 0] = api.coord([0, lane]);
          const at = (given: number) => api.coord([Math.max(0, given), lane])[0] ?? zero;
          const before = row?.previous?.value ?? null;
          return {
            type: "group",
            children: [
              {
                type: "text",
                style: {
                  text: panel.value(row?.value ?? null),
                  x: zero - 10,
                  y: middle,
                  fill: theme.ink,
                  fontSize: 13,
                  fontFamily: theme.font,
                  align: "right",
                  verticalAlign: "middle",
                },
              },
              ...(row?.value == null
                ? [
                    {
                      type: "text",
                      style: {
                        text: cut(texts.empty(row, lane), width - value - 10),
                        x: zero + 6,
                        y: middle,
                        fill: theme.soft,
                        fontSize: 12,
                        fontFamily: theme.font,
                        verticalAlign: "middle",
                      },
                    },
                  ]
                : []),
              ...(row?.interval && row.value !== null
                ? [
                    {
                      type: "rect",
                      shape: {
                        x: at(row.interval[0]),
                        y: middle - 1.5,
                        width: at(row.interval[1]) - at(row.interval[0]),
                        height: 3,
                      },
                      style: { fill: theme.ink, opacity: 0.38 },
                    },
                  ]
                : []),
              ...(before !== null && row?.value !== null
                ? [
                    {
                      type: "rect",
                      shape: { x: at(before) - 0.75, y: middle - 10, width: 1.5, height: 20 },
                      style: { fill: theme.soft },
                    },
                  ]
                : []),
            ],
          };
        },
        z: 3,
      },
    ]),
  };
}
