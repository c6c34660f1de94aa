import type { ReactNode } from "react";
import type { KpiInfo } from "../../../api/client.ts";
import type { Grid, Segment } from "../grid.ts";
import type { Explore, Words } from "../use-explore.ts";
import type { Column, Line } from "./lines-and-columns.ts";

export interface Props {
  readonly grid: Grid;
  readonly segments: readonly Segment[];
  readonly explore: Explore;
  readonly kpis: readonly KpiInfo[];
  readonly words: Words;
}

export interface TableProps extends Props {
  readonly columns: readonly Column[];
  readonly lines: readonly Line[];
  readonly cells: (line: Line) => ReactNode;
}
