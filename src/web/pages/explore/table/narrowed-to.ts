import { type Filters, filtersOf, filtersText } from "../explore-search.ts";
import type { Words } from "../use-explore.ts";
import type { Line } from "./lines-and-columns.ts";

/** A longer filter does not fit into an address that every server takes. */
const MOST_IN_ADDRESS = 2_000;

/** What a line is narrowed to, beside the filters that are there; null where no filter, or none of bearable length, says it. */
export function narrowedTo({ by = {}, gathered }: Line, where: string | undefined): Filters | null {
  if (!gathered) return Object.fromEntries(Object.entries(by).map(([dimension, value]) => [dimension, [value]]));
  const { values } = gathered;
  const [dimension = ""] = Object.keys(by);
  if (values === null) return null;
  const text = filtersText({ ...filtersOf(where), [dimension]: values }) ?? "";
  return encodeURIComponent(text).length > MOST_IN_ADDRESS ? null : { [dimension]: values };
}

/** A line's name in the reader's words; empty for the whole. */
export const nameOf = ({ by = {}, gathered }: Line, words: Words): string =>
  gathered?.name ??
  Object.entries(by)
    .map(([dimension, value]) => words.value(dimension, value))
    .join(" · ");
