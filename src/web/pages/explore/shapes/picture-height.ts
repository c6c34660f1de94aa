import { barHeight } from "../../../charts/bar/bar-option.ts";
import { heatHeight } from "../../../charts/heat/heat-option.ts";
import type { Shape } from "../explore-search.ts";
import type { Grid, Segment } from "../grid.ts";
import { MOST_PANELS } from "./kit.ts";

/** Whether the bars of the one KPI stand step by step beside those of the whole period. */
export const barsByStep = (grid: Grid, kpis: readonly string[]): boolean =>
  grid.dimensions.length > 0 && kpis.length === 1 && grid.buckets.length > 1 && grid.buckets.length < MOST_PANELS;

/** About how high a picture becomes, for the room that is kept for it while its script is on the way. */
export function pictureHeight(
  shape: Shape,
  { grid, segments }: { readonly grid: Grid; readonly segments: readonly Segment[] },
): number {
  const kpis = Math.min(MOST_PANELS, grid.kpis.length);
  const width = Math.min(window.innerWidth, 1_280) - 80;
  const rows = width < 640 ? kpis : Math.ceil(kpis / 2);
  if (shape === "bar") {
    const lanes = grid.dimensions.length > 0 ? segments.length : grid.buckets.length;
    return barHeight(barsByStep(grid, grid.kpis) ? grid.buckets.length + 1 : kpis, lanes, width) + 28;
  }
  if (shape === "heat" && grid.buckets.length > 0) return rows * heatHeight(segments.length);
  return rows * 300;
}
