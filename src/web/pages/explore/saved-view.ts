import type { NewView, SavedView } from "./explore-api.ts";
import { type ExploreSearch, filtersText, questionOf, readExploreSearch } from "./explore-search.ts";

/** An address with the page's period and comparison spelled out. */
export type FullSearch = ExploreSearch & { readonly period: string; readonly compare?: "previous" | "last-year" };

/** What is kept of an address under a name: the question, and how it is shown. */
export function viewOf(name: string, search: FullSearch): NewView {
  const { show, top, sort, share } = search;
  return {
    name,
    query: questionOf(search, { period: search.period, compare: search.compare ?? "previous" }),
    presentation: { ...(show && { show }), ...(top && { top }), ...(sort && { sort }), ...(share && { share }) },
  };
}

/** The address of a saved view, with the revision that was opened. */
export function searchOf({ id, query, presentation, revision }: Omit<SavedView, "name">): FullSearch {
  const { kpis, by = [], grain, where = {}, mode, window, compare, period } = query;
  const said = readExploreSearch({
    kpis: kpis.join(","),
    by: by.join(","),
    grain,
    where: filtersText(where),
    mode,
    window: window === undefined ? undefined : String(window),
    vs: compare === undefined ? "off" : undefined,
    show: presentation.show,
    top: presentation.top,
    sort: presentation.sort,
    share: presentation.share,
    saved: id,
    rev: String(revision),
  });
  return { ...said, period, ...(compare === "last-year" && { compare }) };
}

/** Whether an address still shows what was saved. */
export function showsSaved(view: SavedView, search: FullSearch): boolean {
  const there = searchOf(view);
  const here = searchOf({ ...view, ...viewOf(view.name, search) });
  const text = (given: FullSearch) => JSON.stringify(Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)));
  return text(there) === text(here);
}
