import { ScatterChart } from "echarts/charts";
import { MarkLineComponent } from "echarts/components";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import { type ScatterAxis, type ScatterPoint, scatterHeight, scatterOption } from "./scatter-option.ts";

use([ScatterChart, MarkLineComponent]);

interface Props {
  readonly points: readonly ScatterPoint[];
  readonly x: ScatterAxis;
  readonly y: ScatterAxis;
  /** Name of the dashed lines: the whole. */
  readonly whole: string;
  readonly summary: string;
}

/** Two KPIs against each other, a point each name. */
export function Scatter({ points, x, y, whole, summary }: Props) {
  const option = useCallback((theme: ChartTheme) => scatterOption(points, x, y, whole, theme), [points, x, y, whole]);
  return <Drawing kind="scatter" option={option} height={scatterHeight} summary={summary} />;
}
