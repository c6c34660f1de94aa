import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { colourSlots } from "../../../charts/colours/channel-colour.ts";
import type { Shape } from "../explore-search.ts";
import type { Segment } from "../grid.ts";
import { BarShape } from "./BarShape.tsx";
import { HeatShape } from "./HeatShape.tsx";
import type { Kit, PictureProps } from "./kit.ts";
import { OverTime } from "./OverTime.tsx";
import { ScatterShape } from "./ScatterShape.tsx";

/** The answer as pictures; several KPIs beside each other, each on its own scale. */
export function ExploreCharts(props: PictureProps & { readonly shape: Exclude<Shape, "table"> }) {
  const { t } = useTranslation();
  const { grid, segments, words, question, shape } = props;
  const nameOf = (segment: Segment) =>
    segment.gathered?.name ??
    grid.dimensions.map((dimension) => words.value(dimension, segment.by[dimension] ?? "")).join(" · ");
  const first = grid.dimensions[0] ?? "";
  const single = grid.dimensions.length === 1;
  const slots = useMemo(() => {
    const named = segments.filter(({ gathered }) => !gathered);
    const names = named.map(({ key, by }) => (single ? (by[first] ?? "") : key));
    const given = colourSlots(single ? first : "", names);
    return new Map(named.map(({ key }, i) => [key, given.get(names[i] ?? "") ?? null]));
  }, [segments, single, first]);
  const summary = (lines: readonly string[]) =>
    t("explore.summary", { question, values: lines.slice(0, 24).join(t("explore.join")) });
  const kit: Kit = { ...props, nameOf, slots, summary };
  const shapes: Record<typeof shape, () => ReactNode> = {
    line: () => <OverTime {...kit} stacked={false} />,
    area: () => <OverTime {...kit} stacked />,
    bar: () => <BarShape {...kit} />,
    scatter: () => <ScatterShape {...kit} />,
    heat: () => <HeatShape {...kit} />,
  };
  return shapes[shape]();
}
