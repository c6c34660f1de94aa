import { useMemo } from "react";
import { useFormat } from "../../../app/use-format.ts";
import { usePeriodName } from "../../../app/use-period-name.ts";
import { HeatMap } from "../../../charts/heat/HeatMap.tsx";
import { crossed } from "../crossed.ts";
import styles from "../explore.module.css";
import { isUnnamed, type Segment } from "../grid.ts";
import { type Kit, MOST_PANELS } from "./kit.ts";
import { More, Multiples } from "./Multiples.tsx";

/** Of two dimensions; rows over time come as many as are wanted. */
const MOST_HEAT_ROWS = 20;
const MOST_HEAT_COLUMNS = 31;

/** Segments by steps of time, or by a second dimension; the darker the more. */
export function HeatShape(kit: Kit) {
  const { grid, words } = kit;
  return (
    <Multiples kpis={grid.kpis.slice(0, MOST_PANELS)} words={words} draw={(kpi) => <HeatOf {...kit} kpi={kpi} />} />
  );
}

function HeatOf({ grid, segments: shown, all, words, nameOf, kpi, summary }: Kit & { readonly kpi: string }) {
  const format = useFormat();
  const periodName = usePeriodName();
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language and the currency
  const { data, left } = useMemo(() => {
    const value = (given: number | null) => format.value(given, words.unit(kpi));
    const [first = "", ...others] = grid.dimensions;
    if (grid.buckets.length > 0) {
      const periods = grid.buckets.slice(-MOST_HEAT_COLUMNS);
      const aside = new Set(shown.flatMap((one, row) => (one.gathered || isUnnamed(one) ? [row] : [])));
      const cell = (row: number, column: number) => grid.cell(kpi, shown[row]?.key ?? "", periods[column]?.label ?? "");
      return {
        data: { rows: shown.map(nameOf), columns: periods.map(periodName), cell, value, aside },
        left: 0,
      };
    }
    const { rows, columns, segment } = crossed(all.segments, first, others);
    const cell = (row: number, column: number) => {
      const sought = segment(row, column);
      return sought && grid.cell(kpi, sought.key);
    };
    const columnName = (by: Segment["by"]) => others.map((one) => words.value(one, by[one] ?? "")).join(" · ");
    return {
      data: {
        rows: rows.slice(0, MOST_HEAT_ROWS).map((one) => words.value(first, one)),
        columns: columns.slice(0, MOST_HEAT_COLUMNS).map(columnName),
        cell,
        value,
      },
      left: Math.max(0, rows.length - MOST_HEAT_ROWS) + Math.max(0, columns.length - MOST_HEAT_COLUMNS),
    };
  }, [grid, shown, all, kpi, language, currency]);
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
