import type { DerivedDimension } from "./insert-derived.ts";

/** How a person came to us is told by the first record that knows it; where they stand today by the newest. */
export const PERSON_DIMENSIONS: Readonly<Record<DerivedDimension, "first" | "newest">> = {
  channel: "first",
  source: "first",
  medium: "first",
  campaign: "first",
  program: "first",
  content: "first",
  creative: "first",
  keyword: "first",
  product: "first",
  country: "newest",
  segment: "newest",
  account: "newest",
  owner: "newest",
};
