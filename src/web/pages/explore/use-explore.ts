import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dimensionName } from "../../../model/dimension-names.ts";
import type { KpiInfo } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { usePeriodText } from "../../app/use-period-name.ts";
import { exploreQuestions } from "./explore-questions.ts";
import { type ExploreSearch, filtersOf, listOf } from "./explore-search.ts";
import { gridOf } from "./grid.ts";

/** The question of the address, with ways to change it. */
export function useExplore() {
  const search: ExploreSearch & { readonly compare?: "previous" | "last-year" } = useSearch({ from: "/explore" });
  const navigate = useNavigate();
  const period = usePeriod();
  const compare = search.compare ?? "previous";
  const change = (next: Partial<Record<keyof ExploreSearch | "period", string | undefined>>) =>
    void navigate({
      to: "/explore",
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined)),
      resetScroll: false,
    });
  return { search, period, compare, change };
}

export type Explore = ReturnType<typeof useExplore>;

/** The answers to the question: of the whole period, and of its steps where there are any; laid out as a grid. */
export function useGrid({ search, period, compare }: Explore) {
  const { language } = useFormat();
  const { whole, each, stepped } = exploreQuestions({ search, period, compare, language });
  const enabled = search.kpis !== undefined;
  const first = useQuery({ ...whole, enabled, placeholderData: keepPreviousData });
  const second = useQuery({ ...each, enabled: enabled && stepped, placeholderData: keepPreviousData });
  const steps = stepped ? second.data : null;
  const grid = useMemo(() => {
    if (!first.data || steps === undefined) return null;
    const { kpis, by } = first.data.question;
    return gridOf(kpis, by, first.data, steps);
  }, [first.data, steps]);
  return {
    grid,
    whole: first.data,
    each: steps,
    error: first.error ?? (stepped ? second.error : null),
    old: first.isPlaceholderData || (stepped && second.isPlaceholderData),
    retry: () => {
      void first.refetch();
      if (stepped) void second.refetch();
    },
  };
}

/** Names of everything a question holds, and the question itself in words. */
export function useWords(kpis: readonly KpiInfo[]) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const valueName = useDimensionValue();
  const periodText = usePeriodText();
  const kpi = (id: string) => kpis.find((one) => one.id === id)?.name[language] ?? id;
  const unit = (id: string) => kpis.find((one) => one.id === id)?.unit ?? "count";
  const dimension = (id: string) => dimensionName(id)[language];
  const inText = (id: string) => (language === "en" ? dimension(id).toLowerCase() : dimension(id));
  const filters = (where: string | undefined) =>
    Object.entries(filtersOf(where)).map(([id, values]) =>
      t("explore.filter", {
        dimension: dimension(id),
        values: values.map((value) => valueName(id, value)).join(t("explore.or")),
      }),
    );
  const question = (search: ExploreSearch) => {
    const names = listOf(search.kpis).map(kpi).join(t("explore.join"));
    const by = listOf(search.by);
    const asked =
      by.length > 0
        ? t("explore.question_by", { kpis: names, by: by.map(inText).join(t("explore.join")) })
        : t("explore.question", { kpis: names });
    return search.grain
      ? t("explore.question_each", { question: asked, grain: t(`explore.grain.${search.grain}`) })
      : asked;
  };
  const about = (search: ExploreSearch, period: string) =>
    [
      periodText(period),
      ...(search.where ? [t("explore.question_only", { filters: filters(search.where).join(t("explore.join")) })] : []),
      ...(search.mode ? [t("explore.cohort_mode")] : []),
    ].join(" · ");
  return { kpi, unit, dimension, value: valueName, filters, question, about };
}

export type Words = ReturnType<typeof useWords>;
