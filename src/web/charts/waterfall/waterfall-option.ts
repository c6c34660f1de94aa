import type { EChartsCoreOption } from "echarts/core";
import { type ChartTheme, cut, escapeHtml, NARROW, textWidth } from "../drawing/chart-theme.ts";
import { laneOption, textOf } from "../drawing/lanes.ts";
import { wrapText } from "../drawing/wrap-text.ts";

/** A figure that somebody says, a known part of the way to the next one, or what is left unexplained. */
export interface WaterfallLane {
  readonly kind: "figure" | "part" | "rest";
  readonly name: string;
  /** A figure's own value; by how much a part moves it. */
  readonly amount: number;
}

export interface WaterfallTexts {
  readonly value: (amount: number) => string;
  /** With its sign. */
  readonly change: (amount: number) => string;
}

const LANE = 32;
const NARROW_LANE = 46;
const LINE = 16;
/** At least so much for names, so that drawings one below the other begin at one line. */
const NAMES = 300;
const VALUES = 96;

/** Height in pixels; on a phone names stand above the bars, where one needs it in two lines. */
export function waterfallHeight(lanes: readonly WaterfallLane[], width: number, texts: WaterfallTexts): number {
  return 8 + lanes.length * laneHeight(lanes, width, texts);
}

function laneHeight(lanes: readonly WaterfallLane[], width: number, texts: WaterfallTexts): number {
  if (width >= NARROW) return LANE;
  return NARROW_LANE + LINE * (Math.max(1, ...lanes.map((one) => nameAbove(one, width, texts).length)) - 1);
}

const told = ({ kind, amount }: WaterfallLane, texts: WaterfallTexts) =>
  kind === "figure" ? texts.value(amount) : texts.change(amount);

/** The lines of a name that shares the width with its amount. */
const nameAbove = (one: WaterfallLane, width: number, texts: WaterfallTexts) =>
  wrapText(one.name, width - textWidth(told(one, texts), 13) - 16, 13);

/** Where each lane's bar begins and ends: figures from zero, parts from where the one before ended. */
export function waterfallSpans(lanes: readonly WaterfallLane[]): readonly (readonly [number, number])[] {
  let at = 0;
  return lanes.map(({ kind, amount }) => {
    const from = kind === "figure" ? 0 : at;
    at = kind === "figure" ? amount : at + amount;
    return [from, at];
  });
}

/** From one figure to another: a bar from zero for each figure, floating bars for the parts, the rest outlined. */
export function waterfallOption(
  lanes: readonly WaterfallLane[],
  theme: ChartTheme,
  texts: WaterfallTexts,
): EChartsCoreOption {
  const narrow = theme.width < NARROW;
  const lane = laneHeight(lanes, theme.width, texts);
  const spans = waterfallSpans(lanes);
  const ends = spans.flat();
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // As wide as the longest name, up to half of the drawing.
  const longest = Math.max(NAMES, ...lanes.map(({ name }) => textWidth(name, 13) + 8));
  const names = narrow ? 0 : Math.min(longest, theme.width * 0.5);
  const text = textOf(theme);
  return laneOption(
    {
      lanes,
      height: lane,
      sink: narrow ? lane / 2 - 13 : 0,
      grid: { left: names + (narrow ? 2 : 12), right: narrow ? 2 : VALUES, top: 4 },
      valueAxis: { min: least, max: most === least ? 1 : most, show: false },
      onZero: true,
      value: (_, index) => spans[index]?.[1] ?? 0,
      tip: (one) => `${escapeHtml(one.name)}<br><b>${escapeHtml(told(one, texts))}</b>`,
      draw(one, index, at, middle) {
        const [begin, end] = spans[index] ?? [0, 0];
        const [from, to] = [at(Math.min(begin, end)), at(Math.max(begin, end))];
        const shape = { x: from, y: middle - 8, width: Math.max(1.5, to - from), height: 16 };
        const bold = one.kind === "figure" ? { fontWeight: 600 } : {};
        const style = {
          figure: { fill: theme.sea },
          part: { fill: theme.ghost },
          rest: { fill: theme.surface, stroke: theme.unsure, lineWidth: 1.5, lineDash: [4, 3] },
        }[one.kind];
        const above = middle - 20;
        const amount = told(one, texts);
        return [
          text(
            narrow ? nameAbove(one, theme.width, texts).join("\n") : cut(one.name, names - 4, 13),
            narrow ? 2 : names,
            narrow ? above + LINE / 2 : middle,
            {
              align: narrow ? "left" : "right",
              ...(narrow && { verticalAlign: "bottom", lineHeight: LINE }),
              ...bold,
            },
          ),
          text(amount, narrow ? theme.width - 2 : theme.width - 4, narrow ? above : middle, {
            align: "right",
            ...bold,
            ...(one.kind === "rest" && { fill: theme.unsure }),
          }),
          { type: "rect", shape, style },
          ...(index < lanes.length - 1
            ? [
                {
                  type: "rect",
                  silent: true,
                  shape: { x: at(end) - 0.5, y: middle + 8, width: 1, height: lane - 16 },
                  style: { fill: theme.line },
                },
              ]
            : []),
        ];
      },
    },
    theme,
  );
}
