import type { EChartsCoreOption } from "echarts/core";
import type { AnswerRow } from "../../../model/answer.ts";

export interface TrendColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly sea: string;
  readonly ghost: string;
}

export interface TrendTexts {
  readonly month: (label: string) => string;
  readonly value: (value: number | null) => string;
  readonly previous: string;
  readonly current: string;
}

/**
 * A KPI over time: the current line, the comparison thin and grey, the interval as a soft band, the last stretch dashed
 * where the period is not over. Pure, so that a server can draw it too.
 */
export function trendOption(rows: readonly AnswerRow[], colours: TrendColours, texts: TrendTexts): EChartsCoreOption {
  const labels = rows.map((row) => texts.month(row.period.label));
  const open = rows.map((row) => row.state !== "ok");
  const solid = rows.map((row, i) => (open[i] ? null : row.value));
  const dashed = rows.map((row, i) => (open[i] || open[i + 1] ? row.value : null));
  const banded = rows.some((row) => row.interval);
  const compared = rows.some((row) => row.previous?.value != null);
  const base = { type: "line", symbolSize: 6, lineStyle: { width: 2.25 }, itemStyle: { color: colours.sea } } as const;
  return {
    animation: false,
    grid: { left: 8, right: 16, top: 16, bottom: 4, containLabel: true },
    textStyle: { fontFamily: "inherit" },
    xAxis: {
      type: "category",
      data: labels,
      boundaryGap: false,
      axisLine: { lineStyle: { color: colours.line } },
      axisTick: { show: false },
      axisLabel: { color: colours.soft, hideOverlap: true },
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
      formatter: (points: unknown) => {
        const index = Array.isArray(points) ? Number(points[0]?.dataIndex ?? 0) : 0;
        const row = rows[index];
        if (!row) return "";
        const lines = [`<b>${labels[index]}</b>`, `${texts.current}: ${texts.value(row.value)}`];
        if (row.interval) lines.push(`95%: ${row.interval.map(texts.value).join(" – ")}`);
        if (row.previous) lines.push(`${texts.previous}: ${texts.value(row.previous.value)}`);
        if (row.reason) lines.push(escapeHtml(row.reason.text));
        return lines.join("<br>");
      },
    },
    series: [
      ...(banded
        ? [
            {
              type: "line",
              stack: "band",
              silent: true,
              symbol: "none",
              lineStyle: { opacity: 0 },
              data: rows.map((row) => row.interval?.[0] ?? null),
            },
            {
              type: "line",
              stack: "band",
              silent: true,
              symbol: "none",
              lineStyle: { opacity: 0 },
              areaStyle: { color: colours.sea, opacity: 0.14 },
              data: rows.map((row) => (row.interval ? row.interval[1] - row.interval[0] : null)),
            },
          ]
        : []),
      ...(compared
        ? [
            {
              type: "line",
              silent: true,
              symbol: "none",
              lineStyle: { color: colours.ghost, width: 1.5 },
              data: rows.map((row) => row.previous?.value ?? null),
            },
          ]
        : []),
      {
        ...base,
        symbol: "circle",
        showSymbol: rows.length <= 26,
        data: solid,
        lineStyle: { ...base.lineStyle, color: colours.sea },
      },
      {
        ...base,
        symbol: "emptyCircle",
        data: dashed,
        lineStyle: { ...base.lineStyle, color: colours.sea, type: "dashed" },
      },
    ],
  };
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
