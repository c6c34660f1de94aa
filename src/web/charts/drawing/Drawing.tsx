import { useComputedColorScheme } from "@mantine/core";
import { GridComponent, TooltipComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, useState } from "react";
import { rootScale } from "../../app/root-scale.ts";
import { type ChartTheme, pageTheme } from "./chart-theme.ts";

use([GridComponent, TooltipComponent, LabelLayout, SVGRenderer]);

interface Props {
  readonly kind: string;
  readonly option: (theme: ChartTheme) => EChartsCoreOption;
  /** In pixels, given the width. */
  readonly height: (width: number) => number;
  /** One sentence for those who do not see it. */
  readonly summary: string;
}

/** A drawing that follows its option, the colour scheme and the width. The chart's own parts are registered by who uses it. */
export function Drawing({ kind, option, height, summary }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const drawing = useRef<HTMLDivElement>(null);
  const [{ width, scale }, setSize] = useState({ width: 0, scale: 1 });
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  useEffect(() => {
    const node = box.current;
    if (!node) return;
    const watch = new ResizeObserver(() => {
      const scale = rootScale();
      const width = Math.floor(node.clientWidth / scale);
      setSize((before) => (before.width === width && before.scale === scale ? before : { width, scale }));
    });
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the colours follow the scheme
  useEffect(() => {
    const node = drawing.current;
    if (!node || width === 0) return;
    const chart = init(node, null, { renderer: "svg", width, height: height(width) });
    chart.setOption(option(pageTheme(width)));
    return () => chart.dispose();
  }, [option, height, width, scheme]);
  return (
    <div
      ref={box}
      role="img"
      aria-label={summary}
      data-chart={kind}
      style={{ height: height(width || 800) * scale, width: "100%" }}
    >
      <div ref={drawing} style={scale === 1 ? {} : { transform: `scale(${scale})`, transformOrigin: "0 0" }} />
    </div>
  );
}
