import { word } from "../../app/search.ts";

/** What the funnel keeps in its address beside period, comparison and language. */
export interface FunnelSearch {
  readonly mode?: "cohort";
  /** Days; without it each rate's own. */
  readonly window?: string;
  /** The dimension of the segments, and the two values set side by side; `*` is everyone. */
  readonly dim?: string;
  readonly a?: string;
  readonly b?: string;
  /** Stages of the triangle. */
  readonly from?: string;
  readonly to?: string;
}

export const EVERYONE = "*";

/** Reads the address; what cannot be read is undefined, and so takes the place of what stands there. */
export function readFunnelSearch(raw: Record<string, unknown>): FunnelSearch {
  return {
    mode: raw.mode === "cohort" ? "cohort" : undefined,
    window: word(raw.window, /^[1-9]\d{0,3}$/),
    dim: word(raw.dim, /^[a-z][a-z0-9_.]*$/),
    a: word(raw.a, /^.{1,200}$/u),
    b: word(raw.b, /^.{1,200}$/u),
    from: word(raw.from, /^[a-z_]+$/),
    to: word(raw.to, /^[a-z_]+$/),
  } as FunnelSearch;
}

/** One side of the page: which persons, by `dim=value`; null where nothing is set beside. */
export function sideOf(dim: string | undefined, value: string | undefined): readonly string[] {
  return dim === undefined || value === undefined || value === EVERYONE ? [] : [`${dim}=${value}`];
}
