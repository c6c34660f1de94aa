import i18next from "i18next";
import type { WorkspaceInfo } from "../api/client.ts";
import type { Language } from "../i18n/index.ts";
import { defaultPeriod } from "./default-period.ts";
import { queries, WORKSPACE_KEY } from "./queries.ts";
import type { Search } from "./search.ts";

/** An address as a page's questions need it: with what it leaves to the workspace spelled out. */
export interface Asked<PageSearch> {
  readonly search: PageSearch;
  readonly period: string;
  readonly compare: "previous" | "last-year";
  readonly language: Language;
}

/** Asks a page's first questions while its script is on the way; what comes back waits for it in `queries`. */
export function askAhead<PageSearch extends Search>(
  ask: (asked: Asked<PageSearch>) => Promise<unknown>,
  search: PageSearch,
): void {
  const workspace = queries.getQueryData<WorkspaceInfo>(WORKSPACE_KEY);
  if (!workspace || workspace.covered.to === null) return;
  const { period = defaultPeriod(workspace.today, workspace.covered), compare = "previous" } = search;
  const language = i18next.language === "zh" ? "zh" : "en";
  // The page itself asks again and says what is wrong.
  ask({ search, period, compare, language }).catch(() => undefined);
}
