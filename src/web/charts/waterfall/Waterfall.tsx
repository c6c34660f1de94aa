import { CustomChart } from "echarts/charts";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import { type WaterfallLane, type WaterfallTexts, waterfallHeight, waterfallOption } from "./waterfall-option.ts";

use([CustomChart]);

interface Props {
  readonly lanes: readonly WaterfallLane[];
  readonly texts: WaterfallTexts;
  readonly summary: string;
}

/** The way from one figure to another in its known parts, and what is left. */
export function Waterfall({ lanes, texts, summary }: Props) {
  const option = useCallback((theme: ChartTheme) => waterfallOption(lanes, theme, texts), [lanes, texts]);
  const height = useCallback((width: number) => waterfallHeight(lanes, width, texts), [lanes, texts]);
  return <Drawing kind="waterfall" option={option} height={height} summary={summary} />;
}
