import { CustomChart } from "echarts/charts";
import { GraphicComponent } from "echarts/components";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import { type ParityLane, type ParityTexts, parityHeight, parityOption } from "./parity-option.ts";

use([CustomChart, GraphicComponent]);

interface Props {
  readonly lanes: readonly ParityLane[];
  readonly texts: ParityTexts;
  readonly summary: string;
}

/** Share of spend against share of conversions, a lane each channel, with the verdict in words. */
export function Parity({ lanes, texts, summary }: Props) {
  const option = useCallback((theme: ChartTheme) => parityOption(lanes, theme, texts), [lanes, texts]);
  const height = useCallback((width: number) => parityHeight(lanes.length, width), [lanes]);
  return <Drawing kind="parity" option={option} height={height} summary={summary} />;
}
