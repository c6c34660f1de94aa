import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";
import { wholeEnds } from "../../app/whole-ends.ts";
import type { Flag } from "./flags.ts";

export interface TrendColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly sea: string;
  readonly ghost: string;
  readonly surface: string;
}

export interface TrendTexts {
  readonly month: (label: string) => string;
  readonly value: (value: number | null) => string;
  /** Name of the comparison, at the end of its line and in the tooltip. */
  readonly previous: string;
  readonly current: string;
  /** Font family; the page's own. */
  readonly font: string;
  /** On a phone the names stand within the picture. */
  readonly narrow: boolean;
}

/**
 * A KPI over time: the current line, the comparison thin and grey, the interval as a soft band, the last stretch dashed
 * where the period is not over. Both lines are named at their ends; flags stand where something was noted. Pure, so that a
 * server can draw it too.
 */
export function trendOption(
  rows: readonly AnswerRow[],
  colours: TrendColours,
  texts: TrendTexts,
  flags: readonly Flag[] = [],
): EChartsCoreOption {
  const labels = rows.map((row) => texts.month(row.period.label));
  const open = rows.map((row) => row.state !== "ok");
  const solid = rows.map((row, i) => (open[i] ? null : row.value));
  const dashed = rows.map((row, i) => (open[i] || (open[i + 1] && rows[i + 1]?.value != null) ? row.value : null));
  const before = rows.map((row) => row.previous?.value ?? null);
  const banded = rows.some((row) => row.interval);
  const compared = before.some((value) => value !== null);
  const lastValue = solid.findLastIndex((value, i) => value !== null || dashed[i] != null);
  const lastBefore = before.findLastIndex((value) => value !== null);
  const above = (rows[lastValue]?.value ?? 0) >= (before[lastBefore] ?? 0);
  const named = (text: string, color: string, bold: boolean, up: boolean) => ({
    show: true,
    ...(texts.narrow
      ? { position: [4, up ? -20 : 8], align: "right", textBorderColor: colours.surface, textBorderWidth: 4 }
      : { position: "right", distance: 8, offset: compared ? [0, up ? -7 : 7] : [0, 0] }),
    formatter: text,
    color,
    fontSize: 12,
    fontWeight: bold ? 600 : 400,
    fontFamily: texts.font,
  });
  const withName = (values: readonly (number | null)[], last: number, label: object) =>
    values.map((value, i) => (i === last && value !== null ? { value, label } : value));
  const ending = named(texts.value(rows[lastValue]?.value ?? null), colours.sea, true, above);
  const still = { type: "line", silent: true, symbol: "none" } as const;
  const base = { type: "line", symbolSize: 6, itemStyle: { color: colours.sea } } as const;
  return {
    animation: false,
    grid: {
      left: 4,
      right: texts.narrow ? 12 : compared ? 104 : 64,
      top: flags.length > 0 ? 32 : 20,
      bottom: 4,
      outerBoundsMode: "same",
      outerBoundsContain: "axisLabel",
    },
    textStyle: { fontFamily: texts.font },
    xAxis: {
      type: "category",
      data: labels,
      boundaryGap: false,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.soft, hideOverlap: true, margin: 12 },
    },
    yAxis: {
      type: "value",
      splitNumber: 3,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.soft, formatter: (value: number) => texts.value(value) },
    },
    tooltip: {
      trigger: "axis",
      confine: true,
      backgroundColor: colours.surface,
      borderColor: colours.line,
      textStyle: { color: colours.ink, fontFamily: texts.font, fontSize: 13 },
      axisPointer: { lineStyle: { color: colours.soft, type: "solid" } },
      formatter: (points: unknown) => {
        const index = Array.isArray(points) ? Number(points[0]?.dataIndex ?? 0) : 0;
        const row = rows[index];
        if (!row) return "";
        const lines = [`<b>${labels[index]}</b>`, `${escapeHtml(texts.current)}: ${texts.value(row.value)}`];
        if (row.interval) lines.push(`95%: ${wholeEnds(row.interval, row.unit).map(texts.value).join(" – ")}`);
        if (row.previous) lines.push(`${escapeHtml(texts.previous)}: ${texts.value(row.previous.value)}`);
        if (row.reason) lines.push(escapeHtml(row.reason.text));
        return lines.join("<br>");
      },
    },
    series: [
      ...(banded
        ? [
            {
              ...still,
              stack: "band",
              lineStyle: { opacity: 0 },
              data: rows.map((row) => row.interval?.[0] ?? null),
            },
            {
              ...still,
              stack: "band",
              lineStyle: { opacity: 0 },
              areaStyle: { color: colours.sea, opacity: 0.14 },
              data: rows.map((row) => (row.interval ? row.interval[1] - row.interval[0] : null)),
            },
          ]
        : []),
      ...(compared
        ? [
            {
              ...still,
              // A label needs a symbol to hang on.
              symbol: "circle",
              symbolSize: 0.1,
              showSymbol: true,
              lineStyle: { color: colours.ghost, width: 1.5 },
              data: withName(before, lastBefore, named(texts.previous, colours.soft, false, !above)),
            },
          ]
        : []),
      {
        ...base,
        symbol: "circle",
        showSymbol: rows.length <= 26,
        data: withName(solid, open[lastValue] ? -1 : lastValue, ending),
        lineStyle: { width: 2.25, color: colours.sea },
        ...(flags.length > 0 && { markLine: flagLines(flags, colours, texts) }),
      },
      {
        ...base,
        symbol: "emptyCircle",
        data: withName(dashed, open[lastValue] ? lastValue : -1, ending),
        lineStyle: { width: 2.25, color: colours.sea, type: "dashed" },
      },
    ],
  };
}

/** A thin pole from the time axis up to a small flag with the number of the note; a break is filled. */
function flagLines(flags: readonly Flag[], colours: TrendColours, texts: TrendTexts) {
  return {
    silent: true,
    symbol: "none",
    animation: false,
    data: flags.map(({ index, text, isBreak }) => ({
      xAxis: index,
      lineStyle: { color: colours.soft, width: 1, type: isBreak ? "solid" : [2, 3] },
      label: {
        show: true,
        position: "end",
        distance: 2,
        formatter: text,
        fontSize: 11,
        fontWeight: 600,
        fontFamily: texts.font,
        padding: [2, 5],
        borderRadius: 3,
        borderWidth: 1,
        borderColor: colours.soft,
        color: isBreak ? colours.surface : colours.ink,
        backgroundColor: isBreak ? colours.soft : colours.surface,
      },
    })),
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
