import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../../api/client.ts";
import { useFormat } from "../../../app/use-format.ts";
import { usePeriodName, usePeriodText } from "../../../app/use-period-name.ts";
import { Lines } from "../../../charts/lines/Lines.tsx";
import { addsUp, type LinesTexts } from "../../../charts/lines/lines-option.ts";
import { TrendChart } from "../../../charts/trend/TrendChart.tsx";
import styles from "../explore.module.css";
import { type Kit, MOST_PANELS } from "./kit.ts";
import { Multiples } from "./Multiples.tsx";

/** Over time: a line a segment, or areas stacked up to the whole; without a dimension the trend with its comparison. */
export function OverTime({ stacked, ...kit }: Kit & { readonly stacked: boolean }) {
  const { grid, words } = kit;
  const kpis = grid.kpis.slice(0, MOST_PANELS);
  const split = grid.dimensions.length > 0;
  return (
    <Multiples
      kpis={kpis}
      words={words}
      draw={(kpi) => (split ? <OverOf {...kit} kpi={kpi} stacked={stacked} /> : <TrendOf {...kit} kpi={kpi} />)}
    />
  );
}

function TrendOf({ grid, kpi, explore, words, summary }: Kit & { readonly kpi: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodText = usePeriodText();
  const yearly = explore.compare === "last-year";
  // The step before each step would be the same line again, one step to the right.
  const rows = useMemo(
    () =>
      grid.buckets.flatMap(({ label }) => {
        const { previous, ...row } = grid.cell(kpi, null, label) ?? {};
        return "value" in row ? [{ ...row, ...(yearly && previous && { previous }) }] : [];
      }),
    [grid, kpi, yearly],
  );
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats follow the language and the currency
  const texts = useMemo(
    () => ({
      month: (label: string) => periodText(label, "short"),
      value: (value: number | null) => format.value(value, words.unit(kpi)),
      previous: t("kpi.year_earlier"),
      current: words.kpi(kpi),
    }),
    [language, currency, kpi],
  );
  const said = rows.map((row) => `${periodText(row.period.label, "short")} ${format.value(row.value, row.unit)}`);
  if (rows.every((row) => row.value === null)) return <Reason row={rows[0]} />;
  return <TrendChart rows={rows} texts={texts} summary={summary(said)} />;
}

function OverOf({
  grid,
  kpi,
  segments,
  all,
  words,
  slots,
  nameOf,
  stacked,
  summary,
}: Kit & { readonly kpi: string; readonly stacked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const rowsOf = (key: string | null) => grid.buckets.map(({ label }) => grid.cell(kpi, key, label));
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are those of the grid and the KPI
  const total = useMemo(() => rowsOf(null), [grid, kpi]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are those of the grid and the KPI
  const adds = useMemo(
    () =>
      stacked &&
      addsUp(
        all.segments.map(({ key }) => rowsOf(key)),
        total,
      ),
    [grid, kpi, all, stacked],
  );
  const gathered = segments.find((one) => one.gathered);
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const series = useMemo(
    () =>
      segments
        // Bands fill up to the whole by themselves.
        .filter((segment) => !(adds && segment.gathered))
        .map((segment) => ({
          name: nameOf(segment),
          slot: slots.get(segment.key) ?? null,
          rows: rowsOf(segment.key),
        }))
        // What has no value in any step would be a name without a line.
        .filter(({ rows }) => rows.some((row) => row?.value != null)),
    [grid, kpi, segments, slots, adds, language],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const texts = useMemo(
    (): LinesTexts => ({
      labels: grid.buckets.map(periodName),
      value: (value) => format.value(value, words.unit(kpi)),
      total: t("explore.whole"),
      others: gathered ? nameOf(gathered) : t("explore.others"),
    }),
    [grid, kpi, gathered, language, currency],
  );
  const refused = grid.refused.find((one) => one.kpi === kpi);
  if (refused) return <p className={styles.soft}>{refused.reason}</p>;
  const said = series.map(
    ({ name, rows }) => `${name} ${rows.map((row) => format.value(row?.value ?? null, words.unit(kpi))).join(" → ")}`,
  );
  return (
    <>
      <Lines series={series} stackedTo={adds ? total : undefined} texts={texts} summary={summary(said)} />
      {stacked && !adds && <p className={styles.soft}>{t("explore.not_stacked", { name: words.kpi(kpi) })}</p>}
    </>
  );
}

function Reason({ row }: { readonly row: AnswerRow | undefined }) {
  const { t } = useTranslation();
  return <p className={styles.soft}>{row?.reason?.text ?? t("explore.nothing_text")}</p>;
}
