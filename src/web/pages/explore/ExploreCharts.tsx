import { type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName, usePeriodText } from "../../app/use-period-name.ts";
import { BarPanels } from "../../charts/bar/BarPanels.tsx";
import { colourSlots, MOST_COLOURS } from "../../charts/colours/channel-colour.ts";
import { HeatMap } from "../../charts/heat/HeatMap.tsx";
import { Lines } from "../../charts/lines/Lines.tsx";
import { addsUp, type LinesTexts } from "../../charts/lines/lines-option.ts";
import { Scatter } from "../../charts/scatter/Scatter.tsx";
import { TrendChart } from "../../charts/trend/TrendChart.tsx";
import styles from "./explore.module.css";
import type { Shape } from "./explore-search.ts";
import type { Grid, Segment } from "./grid.ts";
import type { Explore, Words } from "./use-explore.ts";

const MOST_BARS = 12;
const MOST_PERIODS_AS_BARS = 24;
const MOST_PANELS = 6;
const MOST_POINTS = 60;
const MOST_HEAT_ROWS = 20;
const MOST_HEAT_COLUMNS = 31;

interface Props {
  readonly grid: Grid;
  readonly segments: readonly Segment[];
  readonly explore: Explore;
  readonly words: Words;
  readonly question: string;
}

interface Kit extends Props {
  readonly nameOf: (segment: Segment) => string;
  readonly slots: ReadonlyMap<string, number | null>;
  readonly summary: (lines: readonly string[]) => string;
}

/** The answer as pictures; several KPIs beside each other, each on its own scale. */
export function ExploreCharts(props: Props & { readonly shape: Exclude<Shape, "table"> }) {
  const { t } = useTranslation();
  const { grid, segments, words, question, shape } = props;
  const nameOf = (segment: Segment) =>
    grid.dimensions.map((dimension) => words.value(dimension, segment.by[dimension] ?? "")).join(" · ");
  const first = grid.dimensions[0] ?? "";
  const single = grid.dimensions.length === 1;
  const slots = useMemo(() => {
    const names = segments.map(({ key, by }) => (single ? (by[first] ?? "") : key));
    const given = colourSlots(single ? first : "", names);
    return new Map(segments.map(({ key }, i) => [key, given.get(names[i] ?? "") ?? null]));
  }, [segments, single, first]);
  const summary = (lines: readonly string[]) =>
    t("explore.summary", { question, values: lines.slice(0, 24).join(t("explore.join")) });
  const kit: Kit = { ...props, nameOf, slots, summary };
  const shapes: Record<typeof shape, () => ReactNode> = {
    line: () => <Over {...kit} stacked={false} />,
    area: () => <Over {...kit} stacked />,
    bar: () => <Bar {...kit} />,
    scatter: () => <Points {...kit} />,
    heat: () => <Heat {...kit} />,
  };
  return shapes[shape]();
}

/** One chart a KPI, side by side where there are several, each named above. */
function Multiples({
  kpis,
  words,
  draw,
}: {
  readonly kpis: readonly string[];
  readonly words: Words;
  readonly draw: (kpi: string) => ReactNode;
}) {
  return (
    <div className={styles.multiples} data-count={Math.min(2, kpis.length)}>
      {kpis.map((kpi) => (
        <figure key={kpi} className={styles.multiple}>
          {kpis.length > 1 && <figcaption data-caption>{words.kpi(kpi)}</figcaption>}
          {draw(kpi)}
        </figure>
      ))}
    </div>
  );
}

function More({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <p className={styles.soft}>{t("explore.more_in_table", { count })}</p> : null;
}

function Over({ stacked, ...kit }: Kit & { readonly stacked: boolean }) {
  const { grid, words, segments } = kit;
  const kpis = grid.kpis.slice(0, MOST_PANELS);
  const split = grid.dimensions.length > 0;
  return (
    <>
      <Multiples
        kpis={kpis}
        words={words}
        draw={(kpi) => (split ? <OverOf {...kit} kpi={kpi} stacked={stacked} /> : <TrendOf {...kit} kpi={kpi} />)}
      />
      {split && <More count={segments.length - MOST_COLOURS} />}
    </>
  );
}

function TrendOf({ grid, kpi, explore, words, summary }: Kit & { readonly kpi: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodText = usePeriodText();
  const rows = useMemo(() => grid.buckets.flatMap(({ label }) => grid.cell(kpi, null, label) ?? []), [grid, kpi]);
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats follow the language and the currency
  const texts = useMemo(
    () => ({
      month: (label: string) => periodText(label, "short"),
      value: (value: number | null) => format.value(value, words.unit(kpi)),
      previous: t(explore.compare === "last-year" ? "kpi.year_earlier" : "explore.period_before"),
      current: words.kpi(kpi),
    }),
    [language, currency, kpi, explore.compare],
  );
  const said = rows.map((row) => `${periodText(row.period.label, "short")} ${format.value(row.value, row.unit)}`);
  if (rows.every((row) => row.value === null)) return <Reason row={rows[0]} />;
  return <TrendChart rows={rows} texts={texts} summary={summary(said)} />;
}

function OverOf({
  grid,
  kpi,
  segments,
  words,
  slots,
  nameOf,
  stacked,
  summary,
}: Kit & { readonly kpi: string; readonly stacked: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const rowsOf = useMemo(
    () => new Map(segments.map(({ key }) => [key, grid.buckets.map(({ label }) => grid.cell(kpi, key, label))])),
    [grid, kpi, segments],
  );
  const total = useMemo(() => grid.buckets.map(({ label }) => grid.cell(kpi, null, label)), [grid, kpi]);
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const series = useMemo(
    () =>
      segments.slice(0, MOST_COLOURS).map((segment) => ({
        name: nameOf(segment),
        slot: slots.get(segment.key) ?? null,
        rows: rowsOf.get(segment.key) ?? [],
      })),
    [segments, slots, rowsOf, language],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const texts = useMemo(
    (): LinesTexts => ({
      labels: grid.buckets.map(periodName),
      value: (value) => format.value(value, words.unit(kpi)),
      total: t("explore.whole"),
      others: t("explore.others"),
    }),
    [grid, kpi, language, currency],
  );
  const refused = grid.refused.find((one) => one.kpi === kpi);
  if (refused) return <p className={styles.soft}>{refused.reason}</p>;
  const adds = stacked && addsUp([...rowsOf.values()], total);
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

function Bar({ grid, segments, words, nameOf, summary, explore }: Kit) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const split = grid.dimensions.length > 0;
  const kpis = grid.kpis.filter((kpi) => !grid.refused.some((one) => one.kpi === kpi)).slice(0, MOST_PANELS);
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const { panels, texts, said } = useMemo(() => {
    const shown = segments.slice(0, MOST_BARS);
    const periods = grid.buckets.slice(-MOST_PERIODS_AS_BARS);
    const inUnit = (kpi: string) => (value: number | null) => format.value(value, words.unit(kpi));
    const panel = (kpi: string, title: string, scale: string, rows: readonly (AnswerRow | undefined)[]) => ({
      title,
      scale,
      rows,
      value: inUnit(kpi),
    });
    const [only = ""] = kpis;
    const byStep = split && kpis.length === 1 && grid.buckets.length > 1 && grid.buckets.length < MOST_PANELS;
    const made = byStep
      ? [
          panel(
            only,
            t("explore.whole_period"),
            "whole",
            shown.map(({ key }) => grid.cell(only, key)),
          ),
          ...grid.buckets.map((bucket) =>
            panel(
              only,
              periodName(bucket),
              "step",
              shown.map(({ key }) => grid.cell(only, key, bucket.label)),
            ),
          ),
        ]
      : kpis.map((kpi) =>
          panel(
            kpi,
            words.kpi(kpi),
            kpi,
            split
              ? shown.map(({ key }) => grid.cell(kpi, key))
              : periods.map(({ label }) => grid.cell(kpi, null, label)),
          ),
        );
    const names = split ? shown.map(nameOf) : periods.map(periodName);
    return {
      panels: made,
      texts: {
        names,
        empty: (row: AnswerRow | undefined) => (row ? t(`state.${row.state}`) : t("explore.not_counted")),
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
        {[
          marked && t("explore.marks", { period: before }),
          banded && t("explore.mark"),
          split && segments.length > MOST_BARS && t("explore.more_in_table", { count: segments.length - MOST_BARS }),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </>
  );
}

function Points({ grid, segments, words, nameOf, slots, summary }: Kit) {
  const { t } = useTranslation();
  const format = useFormat();
  const [x = "", y = ""] = grid.kpis;
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const { points, axes } = useMemo(() => {
    const axis = (kpi: string) => ({
      name: words.kpi(kpi),
      value: (value: number | null) => format.value(value, words.unit(kpi)),
      total: grid.cell(kpi, null)?.value ?? null,
    });
    return {
      axes: { x: axis(x), y: axis(y) },
      points: segments
        .flatMap((segment) => {
          const [over, up] = [grid.cell(x, segment.key), grid.cell(y, segment.key)];
          if (over?.value == null || up?.value == null) return [];
          return [{ name: nameOf(segment), slot: slots.get(segment.key) ?? null, x: over, y: up }];
        })
        .slice(0, MOST_POINTS),
    };
  }, [grid, segments, slots, language, currency]);
  const refused = grid.refused[0];
  if (points.length === 0)
    return (
      <p className={styles.soft}>
        {refused
          ? t("explore.refused", { name: words.kpi(refused.kpi), reason: refused.reason })
          : t("explore.nothing_text")}
      </p>
    );
  const said = points.map((point) => `${point.name} ${axes.x.value(point.x.value)} / ${axes.y.value(point.y.value)}`);
  return (
    <>
      <Scatter points={points} x={axes.x} y={axes.y} whole={t("explore.whole")} summary={summary(said)} />
      {segments.length > points.length && (
        <p className={styles.soft}>{t("explore.without_both", { count: segments.length - points.length })}</p>
      )}
    </>
  );
}

function Heat(kit: Kit) {
  const { grid, words } = kit;
  return (
    <Multiples kpis={grid.kpis.slice(0, MOST_PANELS)} words={words} draw={(kpi) => <HeatOf {...kit} kpi={kpi} />} />
  );
}

function HeatOf({ grid, segments, words, nameOf, kpi, summary }: Kit & { readonly kpi: string }) {
  const format = useFormat();
  const periodName = usePeriodName();
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const { data, left } = useMemo(() => {
    const value = (given: number | null) => format.value(given, words.unit(kpi));
    const [first = "", second = ""] = grid.dimensions;
    if (grid.buckets.length > 0) {
      const shown = segments.slice(0, MOST_HEAT_ROWS);
      const periods = grid.buckets.slice(-MOST_HEAT_COLUMNS);
      const cell = (row: number, column: number) => grid.cell(kpi, shown[row]?.key ?? "", periods[column]?.label ?? "");
      return {
        data: { rows: shown.map(nameOf), columns: periods.map(periodName), cell, value },
        left: segments.length - shown.length,
      };
    }
    const names = (dimension: string) => [...new Set(segments.map(({ by }) => by[dimension] ?? ""))];
    const rows = names(first);
    const columns = names(second);
    const cell = (row: number, column: number) => {
      const sought = segments.find(({ by }) => by[first] === rows[row] && by[second] === columns[column]);
      return sought && grid.cell(kpi, sought.key);
    };
    return {
      data: {
        rows: rows.slice(0, MOST_HEAT_ROWS).map((one) => words.value(first, one)),
        columns: columns.slice(0, MOST_HEAT_COLUMNS).map((one) => words.value(second, one)),
        cell,
        value,
      },
      left: Math.max(0, rows.length - MOST_HEAT_ROWS) + Math.max(0, columns.length - MOST_HEAT_COLUMNS),
    };
  }, [grid, segments, kpi, language, currency]);
  const refused = grid.refused.find((one) => one.kpi === kpi);
  if (refused) return <p className={styles.soft}>{refused.reason}</p>;
  const said = data.rows.map(
    (name, row) =>
      `${name} ${data.columns.map((_, column) => data.value(data.cell(row, column)?.value ?? null)).join(" → ")}`,
  );
  return (
    <>
      <HeatMap data={data} summary={summary(said)} />
      <More count={left} />
    </>
  );
}
