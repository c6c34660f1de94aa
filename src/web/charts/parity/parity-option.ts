import type { EChartsCoreOption } from "echarts/core";
import { type ChartTheme, cut, escapeHtml, frameOf, NARROW, textWidth } from "../drawing/chart-theme.ts";
import { laneOption, textOf } from "../drawing/lanes.ts";

/** One channel: what it took and what it brought, as shares of those that are compared. */
export interface ParityLane {
  readonly name: string;
  readonly spend: number;
  readonly conversions: number;
  /** 95 % interval of the share of conversions. */
  readonly interval: readonly [number, number];
  /** On which side of its spend the interval lies. */
  readonly side: "above" | "below" | "at" | "unsure";
  /** In words; the last column of each lane. */
  readonly verdict: string;
}

export interface ParityTexts {
  readonly spend: string;
  readonly conversions: string;
  readonly share: (value: number) => string;
}

const LANE = 34;
const NARROW_LANE = 50;
const LEGEND = 30;
const AXIS = 26;
const NAMES = 168;
const VERDICTS = 150;

/** Height in pixels; on a phone names and verdicts stand above the lanes. */
export function parityHeight(lanes: number, width: number): number {
  return LEGEND + lanes * (width < NARROW ? NARROW_LANE : LANE) + AXIS;
}

/**
 * A lane each channel: an upright mark where its share of spend lies, a dot for its share of conversions with the interval
 * as a band. A band to the right of the mark is above parity, one to the left below.
 */
export function parityOption(lanes: readonly ParityLane[], theme: ChartTheme, texts: ParityTexts): EChartsCoreOption {
  const frame = frameOf(theme);
  const narrow = theme.width < NARROW;
  const most = Math.max(0.01, ...lanes.flatMap(({ spend, interval }) => [spend, interval[1]])) * 1.03;
  const colourOf = { above: theme.good, below: theme.bad, at: theme.sea, unsure: theme.unsure } as const;
  const text = textOf(theme);
  const left = narrow ? 6 : NAMES;
  const key = (x: number, shape: object, content: string) => [
    shape,
    text(content, x + 16, LEGEND / 2 - 4, { fill: theme.soft, fontSize: 12 }),
  ];
  const second = left + 32 + textWidth(texts.spend, 12.2);
  return {
    ...laneOption(
      {
        lanes,
        height: narrow ? NARROW_LANE : LANE,
        sink: narrow ? 11 : 0,
        grid: { left, right: narrow ? 6 : VERDICTS, top: LEGEND },
        valueAxis: {
          min: 0,
          max: most,
          splitNumber: narrow ? 3 : 5,
          axisLabel: { ...frame.valueAxis.axisLabel, showMaxLabel: false, formatter: texts.share },
        },
        onZero: false,
        value: ({ conversions }) => conversions,
        tip: (one) =>
          [
            `<b>${escapeHtml(one.name)}</b>`,
            `${escapeHtml(texts.spend)}: ${texts.share(one.spend)}`,
            `${escapeHtml(texts.conversions)}: ${texts.share(one.conversions)}`,
            `95%: ${one.interval.map(texts.share).join(" – ")}`,
            escapeHtml(one.verdict),
          ].join("<br>"),
        draw(one, _, at, middle) {
          const colour = colourOf[one.side];
          const [from, to] = [at(one.interval[0]), at(one.interval[1])];
          const above = middle - 25;
          return [
            text(
              cut(one.name, narrow ? theme.width * 0.56 : NAMES - 14, 13),
              narrow ? left : NAMES - 12,
              narrow ? above : middle,
              { align: narrow ? "left" : "right" },
            ),
            text(
              cut(one.verdict, narrow ? theme.width * 0.42 : VERDICTS - 12, 13),
              narrow ? theme.width - 6 : theme.width - VERDICTS + 12,
              narrow ? above : middle,
              { align: narrow ? "right" : "left", fill: colour, fontSize: narrow ? 12 : 13 },
            ),
            {
              type: "rect",
              shape: { x: from, y: middle - 6, width: Math.max(1, to - from), height: 12, r: 6 },
              style: { fill: colour, opacity: 0.26 },
            },
            {
              type: "circle",
              shape: { cx: at(one.conversions), cy: middle, r: 5 },
              style: { fill: colour, stroke: theme.surface, lineWidth: 1.5 },
            },
            {
              type: "rect",
              shape: { x: at(one.spend) - 1.25, y: middle - 10, width: 2.5, height: 20 },
              style: { fill: theme.ink },
            },
          ];
        },
      },
      theme,
    ),
    graphic: [
      ...key(
        left,
        {
          type: "rect",
          silent: true,
          shape: { x: left + 4, y: 3, width: 2.5, height: 16 },
          style: { fill: theme.ink },
        },
        texts.spend,
      ),
      ...key(
        second,
        { type: "circle", silent: true, shape: { cx: second + 6, cy: 11, r: 5 }, style: { fill: theme.soft } },
        texts.conversions,
      ),
    ],
  };
}
