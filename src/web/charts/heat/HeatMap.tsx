import { CustomChart } from "echarts/charts";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import { type HeatData, heatHeight, heatOption } from "./heat-option.ts";

use([CustomChart]);

/** A KPI by two dimensions, or by a dimension and time. */
export function HeatMap({ data, summary }: { readonly data: HeatData; readonly summary: string }) {
  const option = useCallback((theme: ChartTheme) => heatOption(data, theme), [data]);
  const height = useCallback(() => heatHeight(data.rows.length), [data]);
  return <Drawing kind="heat" option={option} height={height} summary={summary} />;
}
