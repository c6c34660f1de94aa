import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQueries } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { useTitle } from "../../app/use-title.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Controls } from "./Controls.tsx";
import { FunnelSection } from "./FunnelSection.tsx";
import styles from "./funnel.module.css";
import { funnelQuestion } from "./funnel-questions.ts";
import { EVERYONE, type FunnelSearch, sideOf } from "./funnel-search.ts";
import { TriangleSection } from "./TriangleSection.tsx";

/** Visits to won for a period, by period or cohort, for everyone or two segments; below it the cohorts month by month. */
export function FunnelPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const valueName = useDimensionValue();
  const search: FunnelSearch = useSearch({ strict: false });
  const { compare = "previous" } = useSearch({ strict: false });
  const period = usePeriod();
  const { dim, a, b } = search;
  useTitle(t("funnel.title"));
  const sides = [a, ...(dim !== undefined && b !== undefined ? [b] : [])];
  const asked = sides.map((value) => sideOf(dim, value));
  const funnels = useQueries({
    queries: asked.map((where) => ({
      ...funnelQuestion({ search, period, compare, language: format.language }, where),
      placeholderData: keepPreviousData,
    })),
  });
  const named = (value: string | undefined) =>
    dim === undefined || value === undefined || value === EVERYONE ? t("funnel.everyone") : valueName(dim, value);
  const shown = funnels.flatMap(({ data }, index) => (data ? [{ name: named(sides[index]), funnel: data }] : []));
  const failed = funnels.find(({ error }) => error && !(error instanceof LostServer));
  const [first] = shown;
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <p className={frame.subtitle}>
            {workspace.name}
            {workspace.covered.to && ` · ${t("data", { day: format.day(workspace.covered.to) })}`}
          </p>
          <h1 className={frame.title}>{t("funnel.title")}</h1>
        </div>
        <PeriodPicker period={period} compare={compare} />
      </header>
      <Controls search={search} period={period} />
      {failed?.error ? (
        <Problem error={failed.error} retry={() => void failed.refetch()} />
      ) : shown.length === sides.length && first ? (
        <div className={styles.all} data-old={funnels.some(({ isPlaceholderData }) => isPlaceholderData)}>
          <FunnelSection sides={shown} />
          {workspace.covered.to !== null && (
            <TriangleSection period={period} where={asked[0] ?? []} name={first.name} search={search} />
          )}
        </div>
      ) : (
        <>
          <Skeleton height={sides.length > 1 ? 860 : 720} radius={12} mb={20} aria-busy="true" />
          <Skeleton height={520} radius={12} />
        </>
      )}
    </>
  );
}
