import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";
import { wholeEnds } from "../../app/whole-ends.ts";
import { escapeHtml, textWidth, tick } from "../drawing/chart-theme.ts";
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
  /** On a phone a name of several words takes two lines, for the sake of the picture beside it. */
  readonly narrow: boolean;
}

/** Pixels from the end of a line to its name. */
const NAME_DISTANCE = 10;

/**
 * A KPI over time: the current line, the comparison thin and grey, the interval as a soft band, the last stretch dashed
 * where the period is not over. Both lines are named beside their ends, clear of what is drawn and of each other; flags
 * stand where something was noted. Pure, so that a server can draw it too.
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
  const fitted = texts.narrow ? inTwoLines : (text: string) => text;
  const value = fitted(texts.value(rows[lastValue]?.value ?? null));
  const previous = compared ? fitted(texts.previous) : "";
  const room = Math.max(...[value, previous].flatMap((text) => text.split("\n")).map((line) => textWidth(line)));
  // Names that would touch move apart.
  const named = (text: string, color: string, fontWeight: number, show = true) => ({
    endLabel: {
      show,
      distance: NAME_DISTANCE,
      formatter: text,
      color,
      fontSize: 12,
      lineHeight: 15,
      fontWeight,
      fontFamily: texts.font,
    },
    labelLayout: { moveOverlap: "shiftY" },
  });
  const still = { type: "line", silent: true, symbol: "none" } as const;
  const base = { type: "line", symbolSize: 6, itemStyle: { color: colours.sea } } as const;
  return {
    animation: false,
    grid: {
      left: 4,
      right: NAME_DISTANCE + Math.ceil(room) + 8,
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
      axisLabel: { color: colours.soft, hideOverlap: true, margin: 12, alignMaxLabel: "right", showMaxLabel: true },
    },
    yAxis: {
      type: "value",
      splitNumber: 3,
      splitLine: { lineStyle: { color: colours.line } },
      axisLabel: { color: colours.soft, formatter: tick(texts.value) },
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
              ...named(previous, colours.soft, 400),
              lineStyle: { color: colours.ghost, width: 1.5 },
              data: before,
            },
          ]
        : []),
      {
        ...base,
        ...named(value, colours.sea, 600, !open[lastValue]),
        symbol: "circle",
        showSymbol: rows.length <= 26,
        data: solid,
        lineStyle: { width: 2.25, color: colours.sea },
        ...(flags.length > 0 && { markLine: flagLines(flags, colours, texts) }),
      },
      {
        ...base,
        ...named(value, colours.sea, 600, open[lastValue]),
        symbol: "emptyCircle",
        data: dashed,
        lineStyle: { width: 2.25, color: colours.sea, type: "dashed" },
      },
    ],
  };
}

/** A text of several words, broken where its two lines become shortest. */
export function inTwoLines(text: string): string {
  const words = text.split(" ");
  const width = (broken: string) => Math.max(...broken.split("\n").map((line) => textWidth(line)));
  return words
    .map((_, at) => [words.slice(0, at).join(" "), words.slice(at).join(" ")].filter(Boolean).join("\n"))
    .reduce((best, next) => (width(next) < width(best) ? next : best));
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
