import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";
import { type ChartTheme, cut, escapeHtml, frameOf, NARROW, slotColour, tick } from "../drawing/chart-theme.ts";

/** One line or band: its rows in the order of the labels, undefined where there is none. */
export interface Series {
  readonly name: string;
  /** The category's colour, null for grey. */
  readonly slot: number | null;
  readonly rows: readonly (AnswerRow | undefined)[];
}

export interface LinesTexts {
  readonly labels: readonly string[];
  readonly value: (value: number | null) => string;
  /** Name of the whole, which the engine computed itself. */
  readonly total: string;
  /** Name of what is not shown one by one. */
  readonly others: string;
}

const NAME_WIDTH = 148;
const NARROW_NAME_WIDTH = 92;

const values = (rows: Series["rows"]) => rows.map((row) => row?.value ?? null);
const isOpen = (row: AnswerRow | undefined) => row !== undefined && row.state !== "ok";

/**
 * Whether bands may be stacked: in every period the parts make up the whole that the engine computed from the records. Rates
 * and distinct counts do not.
 */
export function addsUp(parts: readonly Series["rows"][], total: Series["rows"]): boolean {
  const known = total.filter((row) => row?.value != null);
  return (
    known.length > 0 &&
    total.every((row, i) => {
      const each = parts.map((rows) => rows[i]?.value ?? null);
      if (row?.value == null) return each.every((value) => value === null);
      if (each.some((value) => value !== null && value < 0)) return false;
      const sum = each.reduce<number>((all, value) => all + (value ?? 0), 0);
      return Math.abs(sum - row.value) <= 1e-6 * Math.max(1, Math.abs(row.value));
    })
  );
}

function base(theme: ChartTheme, texts: LinesTexts, series: readonly Series[], total: Series["rows"] | null) {
  const frame = frameOf(theme);
  const nameWidth = theme.width < NARROW ? NARROW_NAME_WIDTH : NAME_WIDTH;
  return {
    animation: frame.animation,
    textStyle: frame.textStyle,
    grid: {
      left: 4,
      right: nameWidth + 12,
      top: 12,
      bottom: 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    xAxis: {
      ...frame.categoryAxis,
      data: [...texts.labels],
      boundaryGap: false,
      // Right of the last step, which is always named, stand the names.
      axisLabel: { ...frame.categoryAxis.axisLabel, margin: 12, alignMaxLabel: "right", showMaxLabel: true },
    },
    yAxis: {
      ...frame.valueAxis,
      axisLabel: { ...frame.valueAxis.axisLabel, formatter: tick(texts.value) },
    },
    tooltip: {
      ...frame.tooltip,
      trigger: "axis",
      axisPointer: { lineStyle: { color: theme.soft, type: "solid" } },
      formatter: (points: unknown) => {
        const at = Array.isArray(points) ? Number(points[0]?.dataIndex ?? 0) : 0;
        const line = (name: string, row: AnswerRow | undefined) =>
          `${escapeHtml(name)}: ${texts.value(row?.value ?? null)}${isOpen(row) && row?.reason ? ` ◆ ${escapeHtml(row.reason.text)}` : ""}`;
        const sorted = series.toSorted((a, b) => (b.rows[at]?.value ?? -1) - (a.rows[at]?.value ?? -1));
        return [
          `<b>${escapeHtml(texts.labels[at] ?? "")}</b>`,
          ...sorted.map((one) => line(one.name, one.rows[at])),
          ...(total ? [line(texts.total, total[at])] : []),
        ].join("<br>");
      },
    },
  };
}

/** A name at the end of its line, in its colour; names beside the last known step that would touch move apart. */
function ending(theme: ChartTheme, name: string, color: string, show = true, beside = true) {
  return {
    endLabel: {
      show,
      distance: 8,
      formatter: cut(name, theme.width < NARROW ? NARROW_NAME_WIDTH : NAME_WIDTH),
      color,
      fontSize: 12,
      lineHeight: 15,
      fontWeight: 600,
      fontFamily: theme.font,
    },
    ...(beside && { labelLayout: { moveOverlap: "shiftY" } }),
  };
}

/** Several lines over time, each named at its end, dashed into a period that is not over. */
export function linesOption(series: readonly Series[], theme: ChartTheme, texts: LinesTexts): EChartsCoreOption {
  const lastOf = (rows: Series["rows"]) => values(rows).findLastIndex((value) => value !== null);
  const end = Math.max(...series.map(({ rows }) => lastOf(rows)));
  return {
    ...base(theme, texts, series, null),
    series: series.flatMap(({ name, slot, rows }) => {
      const color = slotColour(theme, slot);
      const all = values(rows);
      const solid = all.map((value, i) => (isOpen(rows[i]) ? null : value));
      const dashed = all.map((value, i) =>
        isOpen(rows[i]) || (isOpen(rows[i + 1]) && all[i + 1] !== null) ? value : null,
      );
      const last = lastOf(rows);
      const line = { type: "line", name, symbolSize: 6, showSymbol: rows.length <= 26, itemStyle: { color } };
      return [
        {
          ...line,
          ...ending(theme, name, color, !isOpen(rows[last]), last === end),
          symbol: "circle",
          data: solid,
          lineStyle: { width: 2.25, color },
        },
        {
          ...line,
          ...ending(theme, name, color, isOpen(rows[last]), last === end),
          symbol: "emptyCircle",
          // The last whole period is where the dashes begin, not one of the open ones.
          data: dashed.map((value, i) => (value !== null && !isOpen(rows[i]) ? { value, symbol: "none" } : value)),
          lineStyle: { width: 2.25, color, type: "dashed" },
        },
      ];
    }),
  };
}

/**
 * Parts stacked to the whole that the engine computed: bands named at their right end, what is not shown one by one in grey,
 * the whole as the line above. Only for what adds up.
 */
export function areaOption(
  series: readonly Series[],
  total: Series["rows"],
  theme: ChartTheme,
  texts: LinesTexts,
): EChartsCoreOption {
  const labels = texts.labels.map((_, i) => i);
  const shown = series.map((one) => values(one.rows).map((value) => value ?? 0));
  const below = (count: number, at: number) => shown.slice(0, count).reduce((sum, part) => sum + (part[at] ?? 0), 0);
  const rest = labels.map((at) => {
    const whole = total[at]?.value ?? null;
    return whole === null ? null : Math.max(0, whole - below(shown.length, at));
  });
  const others = rest.some((value) => value !== null && value > 1e-6);
  const last = values(total).findLastIndex((value) => value !== null);
  const known = labels.map((at) => total[at]?.value != null);
  const bands = [
    ...series.map(({ name, slot }, i) => ({
      name,
      color: slotColour(theme, slot),
      data: labels.map((at) => (known[at] ? (shown[i]?.[at] ?? 0) : null)),
    })),
    ...(others ? [{ name: texts.others, color: theme.other, data: rest }] : []),
  ];
  const middle = (index: number) =>
    bands.slice(0, index).reduce((sum, band) => sum + (band.data[last] ?? 0), 0) + (bands[index]?.data[last] ?? 0) / 2;
  const whole = values(total);
  const openEnd = total.findIndex((row) => isOpen(row));
  return {
    ...base(theme, texts, series, total),
    series: [
      ...bands.map(({ name, color, data }) => ({
        type: "line",
        name,
        stack: "parts",
        symbol: "none",
        silent: true,
        lineStyle: { width: 1, color: theme.surface },
        areaStyle: { color, opacity: 0.82 },
        data,
      })),
      // Invisible points at the middle of each band's end carry the names.
      ...bands.map(({ name, color }, i) => ({
        type: "line",
        name,
        silent: true,
        symbol: "circle",
        symbolSize: 0.1,
        showSymbol: true,
        lineStyle: { opacity: 0 },
        data: labels.map((at) => (at === last ? middle(i) : null)),
        ...ending(theme, name, color),
      })),
      {
        type: "line",
        name: texts.total,
        symbol: "none",
        silent: true,
        lineStyle: { width: 1.75, color: theme.ink },
        data: whole.map((value, i) => (openEnd >= 0 && i >= openEnd ? null : value)),
      },
      ...(openEnd >= 0
        ? [
            {
              type: "line",
              name: texts.total,
              symbol: "none",
              silent: true,
              lineStyle: { width: 1.75, color: theme.ink, type: "dashed" },
              data: whole.map((value, i) => (i >= openEnd - 1 ? value : null)),
            },
          ]
        : []),
    ],
  };
}
