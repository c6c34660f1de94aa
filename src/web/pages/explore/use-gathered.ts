import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.ts";
import { groupQuestions } from "./explore-questions.ts";
import { type Asked, gather } from "./gather.ts";
import { type Grid, isUnnamed, type Segment } from "./grid.ts";
import { type Limit, largestOf } from "./largest.ts";
import type { Explore, Words } from "./use-explore.ts";

/** Values that a question may name; of more only what adds up is told. */
const MOST_VALUES = 1_000;
const NONE: readonly string[] = [];

/**
 * The largest segments one by one and all that is left as one, whose values the server works out from the records; `note` says
 * so, and is empty where nothing is left.
 */
export function useGathered(
  { search, period, compare }: Explore,
  words: Words,
  { grid, segments, old }: { readonly grid: Grid; readonly segments: readonly Segment[]; readonly old: boolean },
  { most, fewest }: Limit,
) {
  const { t } = useTranslation();
  const { language, whole: count } = useFormat();
  const chosen = useMemo(() => largestOf(grid, segments, { most, fewest }), [grid, segments, most, fewest]);
  const { kept, rest, by } = chosen;
  const [dimension = "", second] = grid.dimensions;
  const values = second === undefined && rest.length <= MOST_VALUES ? rest.map((one) => one.by[dimension] ?? "") : NONE;
  const kpis = grid.kpis.filter((kpi) => !grid.refused.some((one) => one.kpi === kpi));
  const { whole, each, stepped } = groupQuestions({ search, period, compare, language }, { kpis, dimension, values });
  const askable = values.length > 0;
  // What is on show may still answer the question before; nothing is asked about that.
  const enabled = askable && !old;
  const first = useQuery({ ...whole, enabled });
  const steps = useQuery({ ...each, enabled: enabled && stepped });
  const error = first.error ?? (stepped ? steps.error : null);
  const asked = useMemo((): Asked => {
    if (!askable || error) return null;
    if (!first.data || (stepped && !steps.data)) return "pending";
    return steps.data && stepped ? [first.data, steps.data] : [first.data];
  }, [askable, error, first.data, stepped, steps.data]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: names follow the language
  const shown = useMemo(
    () =>
      rest.length === 0
        ? { grid, segments: kept }
        : gather(grid, kept, {
            rest,
            name: t("explore.other", { count: rest.length }),
            values: askable ? values : null,
            asked,
            unknown: (kpi) => error?.message ?? t("explore.other_unknown", { name: words.kpi(kpi) }),
          }),
    [grid, kept, rest, askable, asked, error, language],
  );
  const named = kept.filter((one) => !isUnnamed(one)).length;
  const note =
    rest.length === 0
      ? ""
      : t(askable && !error ? "explore.gathered" : "explore.gathered_sums", {
          largest: count(named),
          by: by.part === "value" ? words.kpi(by.kpi) : t("explore.cases_of", { name: words.kpi(by.kpi) }),
          rest: count(rest.length),
        });
  return { ...shown, left: rest.length, pending: asked === "pending" && rest.length > 0, note };
}
