import { LineChart } from "echarts/charts";
import { MarkLineComponent } from "echarts/components";
import { use } from "echarts/core";
import { useCallback } from "react";
import type { AnswerRow } from "../../api/client.ts";
import type { ChartTheme } from "../drawing/chart-theme.ts";
import { Drawing } from "../drawing/Drawing.tsx";
import type { Flag } from "./flags.ts";
import { type TrendTexts, trendOption } from "./trend-option.ts";

use([LineChart, MarkLineComponent]);

interface Props {
  readonly rows: readonly AnswerRow[];
  readonly texts: Omit<TrendTexts, "font" | "narrow">;
  /** Where something was noted on the time axis. */
  readonly flags?: readonly Flag[];
  /** One sentence for screen readers. */
  readonly summary: string;
}

const height = () => 280;

/** The trend of one KPI. */
export function TrendChart({ rows, texts, summary, flags }: Props) {
  const option = useCallback(
    (theme: ChartTheme) => trendOption(rows, theme, { ...texts, font: theme.font, narrow: theme.width < 480 }, flags),
    [rows, texts, flags],
  );
  return <Drawing kind="trend" option={option} height={height} summary={summary} />;
}
