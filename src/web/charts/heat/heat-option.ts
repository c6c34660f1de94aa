import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";
import { wholeEnds } from "../../app/whole-ends.ts";
import { heat } from "../cohort/heat.ts";
import { type ChartTheme, cut, escapeHtml, frameOf, mix, NARROW } from "../drawing/chart-theme.ts";

export interface HeatData {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cell: (row: number, column: number) => AnswerRow | undefined;
  readonly value: (value: number | null) => string;
  /** Rows that gather what is not told apart: shaded as the others, but the scale is not made of them. */
  readonly aside?: ReadonlySet<number>;
}

const LANE = 34;
const HEAD = 30;

/** Height in pixels for so many rows. */
export function heatHeight(rows: number): number {
  return HEAD + Math.max(1, rows) * LANE;
}

/** Pixels. */
const SLIM = 40;
const MOST_HEAD = 64;

/** A KPI by two dimensions, or a dimension and time: one hue, deeper for more; a cell that is not whole yet is outlined. */
export function heatOption({ rows, columns, cell, value, aside }: HeatData, theme: ChartTheme): EChartsCoreOption {
  const frame = frameOf(theme);
  const names = theme.width < NARROW ? 96 : 176;
  const cells = rows.flatMap((_, row) => columns.map((__, column) => cell(row, column)));
  const named = cells.filter((_, i) => !aside?.has(Math.floor(i / columns.length)));
  const largest =
    Math.max(0, ...named.map((one) => (one?.state === "ok" ? (one.value ?? 0) : 0))) ||
    Math.max(0, ...cells.map((one) => one?.value ?? 0));
  const width = (theme.width - names) / Math.max(1, columns.length);
  const fits = (text: string) => text.length * 7 <= width - 2;
  // In slim cells either every number stands or none: small ones alone would look like the only ones.
  const told = width >= SLIM || cells.every((one) => fits(value(one?.value ?? null)));
  return {
    animation: false,
    textStyle: frame.textStyle,
    grid: { left: names, right: 0, top: HEAD, bottom: 0 },
    xAxis: {
      ...frame.categoryAxis,
      position: "top",
      data: columns.map((_, i) => i),
      axisLine: { show: false },
      axisLabel: {
        color: theme.soft,
        fontSize: 12,
        ...(columns.every((column) => cut(column, width - 4) === column) ? { interval: 0 } : { hideOverlap: true }),
        // A name that stands for its neighbours' columns too may be as wide as they are.
        formatter: (index: string) => cut(columns[Number(index)] ?? "", Math.max(width - 4, MOST_HEAD)),
      },
    },
    yAxis: {
      ...frame.categoryAxis,
      inverse: true,
      data: rows.map((_, i) => i),
      axisLine: { show: false },
      axisLabel: {
        color: theme.ink,
        fontSize: 13,
        interval: 0,
        margin: 10,
        formatter: (index: string) => cut(rows[Number(index)] ?? "", names - 14, 13),
      },
    },
    tooltip: {
      ...frame.tooltip,
      trigger: "item",
      formatter: (point: unknown) => {
        const at = (point as { dataIndex?: number }).dataIndex ?? 0;
        const one = cells[at];
        const name = `${rows[Math.floor(at / columns.length)] ?? ""} · ${columns[at % columns.length] ?? ""}`;
        return [
          `<b>${escapeHtml(name)}</b>`,
          value(one?.value ?? null),
          ...(one?.interval && one.value !== null
            ? [`95%: ${wholeEnds(one.interval, one.unit).map(value).join(" – ")}`]
            : []),
          ...(one?.reason ? [escapeHtml(one.reason.text)] : []),
        ].join("<br>");
      },
    },
    series: [
      {
        type: "custom",
        data: cells.map((_, i) => [i % columns.length, Math.floor(i / columns.length)]),
        renderItem: (
          { dataIndex }: { dataIndex: number },
          api: { coord: (point: readonly number[]) => number[]; size: (point: readonly number[]) => number[] },
        ) => {
          const one = cells[dataIndex];
          const [x = 0, y = 0] = api.coord([dataIndex % columns.length, Math.floor(dataIndex / columns.length)]);
          const [w = 0, h = 0] = api.size([1, 1]);
          const open = one !== undefined && one.value !== null && one.state !== "ok";
          const text = value(one?.value ?? null);
          return {
            type: "group",
            children: [
              {
                type: "rect",
                shape: { x: x - w / 2 + 1, y: y - h / 2 + 1, width: Math.max(1, w - 2), height: h - 2, r: 4 },
                style: {
                  fill: mix(theme.surface, theme.sea, heat(one?.value ?? null, largest) / 100),
                  ...(open && { stroke: theme.soft, lineDash: [4, 3], lineWidth: 1 }),
                },
              },
              ...(told && fits(text)
                ? [
                    {
                      type: "text",
                      style: {
                        text,
                        x,
                        y,
                        fill: one?.value == null ? theme.soft : theme.ink,
                        fontSize: 12,
                        fontFamily: theme.font,
                        align: "center",
                        verticalAlign: "middle",
                      },
                    },
                  ]
                : []),
            ],
          };
        },
      },
    ],
  };
}
