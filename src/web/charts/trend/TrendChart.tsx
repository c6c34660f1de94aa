import { useComputedColorScheme } from "@mantine/core";
import { LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import type { AnswerRow } from "../../api/client.ts";
import { type TrendTexts, trendOption } from "./trend-option.ts";

use([LineChart, GridComponent, TooltipComponent, SVGRenderer]);

interface Props {
  readonly rows: readonly AnswerRow[];
  readonly texts: TrendTexts;
  /** One sentence for screen readers. */
  readonly summary: string;
}

/** The trend of one KPI; redraws with the colour scheme and the width. */
export function TrendChart({ rows, texts, summary }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme("light");
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
    const chart = init(node, scheme === "dark" ? "dark" : null, { renderer: "svg" });
    chart.setOption({
      backgroundColor: "transparent",
      ...trendOption(
        rows,
        {
          ink: colour("ink"),
          soft: colour("ink-soft"),
          line: colour("line"),
          sea: colour("sea"),
          ghost: colour("ghost"),
        },
        texts,
      ),
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(node);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [rows, texts, scheme]);
  return <div ref={box} role="img" aria-label={summary} style={{ height: 280, width: "100%" }} />;
}
