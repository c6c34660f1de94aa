import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../../api/client.ts";
import { useFormat } from "../../../app/use-format.ts";
import { usePeriodName } from "../../../app/use-period-name.ts";
import { BarPanels } from "../../../charts/bar/BarPanels.tsx";
import styles from "../explore.module.css";
import { type Kit, MOST_PANELS } from "./kit.ts";
import { barsByStep } from "./picture-height.ts";

const MOST_PERIODS_AS_BARS = 24;

/** Bars by segment, one panel a KPI or a step of time; without a dimension bars by step. */
export function BarShape({ grid, segments, words, nameOf, summary, explore }: Kit) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const split = grid.dimensions.length > 0;
  const kpis = grid.kpis.filter((kpi) => !grid.refused.some((one) => one.kpi === kpi)).slice(0, MOST_PANELS);
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const { panels, texts, said } = useMemo(() => {
    const periods = grid.buckets.slice(-MOST_PERIODS_AS_BARS);
    const inUnit = (kpi: string) => (value: number | null) => format.value(value, words.unit(kpi));
    const panel = (kpi: string, title: string, scale: string, rows: readonly (AnswerRow | undefined)[]) => ({
      title,
      scale,
      rows,
      value: inUnit(kpi),
    });
    const [only = ""] = kpis;
    const byStep = barsByStep(grid, kpis);
    const made = byStep
      ? [
          panel(
            only,
            t("explore.whole_period"),
            "whole",
            segments.map(({ key }) => grid.cell(only, key)),
          ),
          ...grid.buckets.map((bucket) =>
            panel(
              only,
              periodName(bucket),
              "step",
              segments.map(({ key }) => grid.cell(only, key, bucket.label)),
            ),
          ),
        ]
      : kpis.map((kpi) =>
          panel(
            kpi,
            words.kpi(kpi),
            kpi,
            split
              ? segments.map(({ key }) => grid.cell(kpi, key))
              : periods.map(({ label }) => grid.cell(kpi, null, label)),
          ),
        );
    const other = segments.findIndex(({ gathered }) => gathered);
    const names = split ? segments.map(nameOf) : periods.map(periodName);
    return {
      panels: made,
      texts: {
        names,
        empty: (row: AnswerRow | undefined, lane: number) =>
          row
            ? t(`state.${row.state}`)
            : t(segments[lane]?.gathered?.pending ? "explore.loading" : "explore.not_counted"),
        ...(other >= 0 && { other }),
        previous: (row: AnswerRow) =>
          row.previous
            ? t("card.before", {
                period: periodName(row.previous.period),
                value: format.value(row.previous.value, row.unit),
              })
            : "",
      },
      said: names.map(
        (name, i) => `${name} ${made.map(({ rows, value }) => value(rows[i]?.value ?? null)).join(" / ")}`,
      ),
    };
  }, [grid, segments, language, currency, explore.search.vs]);
  const drawn = panels.flatMap(({ rows }) => rows);
  const marked = drawn.some((row) => row?.previous?.value != null);
  const before = t(explore.compare === "last-year" ? "kpi.year_earlier" : "explore.period_before");
  const banded = drawn.some((row) => row?.interval);
  return (
    <>
      <BarPanels panels={panels} texts={texts} summary={summary(said)} />
      <p className={styles.soft}>
        {[marked && t("explore.marks", { period: before }), banded && t("explore.mark")].filter(Boolean).join(" ")}
      </p>
    </>
  );
}
