import { LineChart } from "echarts/charts";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import { areaOption, type LinesTexts, linesOption, type Series } from "./lines-option.ts";

use([LineChart]);

interface Props {
  readonly series: readonly Series[];
  /** Given, the parts are stacked to it. */
  readonly stackedTo?: Series["rows"] | undefined;
  readonly texts: LinesTexts;
  readonly summary: string;
}

const height = () => 300;

/** Lines over time, or bands that make up a whole. */
export function Lines({ series, stackedTo, texts, summary }: Props) {
  const option = useCallback(
    (theme: ChartTheme) =>
      stackedTo ? areaOption(series, stackedTo, theme, texts) : linesOption(series, theme, texts),
    [series, stackedTo, texts],
  );
  return <Drawing kind={stackedTo ? "area" : "lines"} option={option} height={height} summary={summary} />;
}
