import { BarChart, CustomChart } from "echarts/charts";
import { TitleComponent } from "echarts/components";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import { type BarPanel, type BarTexts, barHeight, barOption } from "./bar-option.ts";

use([BarChart, CustomChart, TitleComponent]);

interface Props {
  readonly panels: readonly BarPanel[];
  readonly texts: BarTexts;
  readonly summary: string;
}

/** Bars by name, in one panel or several on the same lanes. */
export function BarPanels({ panels, texts, summary }: Props) {
  const option = useCallback((theme: ChartTheme) => barOption(panels, theme, texts), [panels, texts]);
  const height = useCallback((width: number) => barHeight(panels.length, texts.names.length, width), [panels, texts]);
  return <Drawing kind="bar" option={option} height={height} summary={summary} />;
}
