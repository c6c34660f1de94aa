import { useComputedColorScheme } from "@mantine/core";
import { LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { AnswerRow } from "../../api/client.ts";
import type { Flag } from "./flags.ts";
import { type TrendTexts, trendOption } from "./trend-option.ts";

use([LineChart, GridComponent, MarkLineComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readonly rows: readonly AnswerRow[];
  readonly texts: Omit<TrendTexts, "font" | "narrow">;
  /** Where something was noted on the time axis. */
  readonly flags?: readonly Flag[];
  /** One sentence for screen readers. */
  readonly summary: string;
}

/** The trend of one KPI; redraws with the colour scheme and the width. */
export function TrendChart({ rows, texts, summary, flags }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours follow the scheme
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const chart = init(node, null, { renderer: "svg" });
    chart.setOption(
      trendOption(
        rows,
        {
          ink: colour("ink"),
          soft: colour("ink-soft"),
          line: colour("line"),
          sea: colour("sea"),
          ghost: colour("ghost"),
          surface: colour("surface"),
        },
        { ...texts, font: getComputedStyle(document.body).fontFamily, narrow: node.clientWidth < 480 },
        flags,
      ),
    );
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(node);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [rows, texts, scheme, flags]);
  return <div ref={box} role="img" aria-label={summary} data-chart="trend" style={{ height: 280, width: "100%" }} />;
}
