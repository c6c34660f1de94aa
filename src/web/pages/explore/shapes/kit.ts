import type { Grid, Segment } from "../grid.ts";
import type { Explore, Words } from "../use-explore.ts";

export interface PictureProps {
  readonly grid: Grid;
  /** As many as stay readable; what is left is one of them. */
  readonly segments: readonly Segment[];
  /** Before anything was gathered. */
  readonly all: { readonly segments: readonly Segment[] };
  readonly explore: Explore;
  readonly words: Words;
  readonly question: string;
}

/** What every shape draws with. */
export interface Kit extends PictureProps {
  readonly nameOf: (segment: Segment) => string;
  /** The colour of a segment's name, null beyond the six. */
  readonly slots: ReadonlyMap<string, number | null>;
  readonly summary: (lines: readonly string[]) => string;
}

/** KPIs drawn beside each other. */
export const MOST_PANELS = 6;
