import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePeriodName } from "../../../app/use-period-name.ts";
import { filtersOf, filtersText } from "../explore-search.ts";
import type { Segment } from "../grid.ts";
import { type Sort, sortOf, sortText } from "../sort.ts";
import type { Words } from "../use-explore.ts";
import styles from "./explore-table.module.css";
import { Head } from "./Head.tsx";
import { type Column, columnKey } from "./lines-and-columns.ts";
import type { TableProps } from "./table-props.ts";

/** A line a segment, the whole first; steps of time beside each other. Values and changes put the lines in order. */
export function SplitTable({ grid, columns, lines, cells, explore, words }: TableProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { search, change } = explore;
  const timed = grid.buckets.length > 0;
  const now = sortOf(search.sort) ?? { kpi: columns[0]?.kpi ?? "", part: "value", down: true };
  const narrow = (dimension: string, value: string) =>
    change({ where: filtersText({ ...filtersOf(search.where), [dimension]: [value] }) });
  const sorting = (by: Omit<Sort, "down">, name: string, children: ReactNode = name) => {
    const sorted = now.kpi === by.kpi && now.part === by.part && now.step === by.step;
    const press = () => change({ sort: sortText({ ...by, down: sorted ? !now.down : true }) });
    return (
      <button type="button" className={styles.sort} title={t("explore.sort_by", { name })} onClick={press}>
        {children}
        <span aria-hidden="true" className={styles.arrow}>
          {sorted ? (now.down ? " ↓" : " ↑") : ""}
        </span>
      </button>
    );
  };
  /** As screen readers say it; names go the other way round. */
  const order = (by: Omit<Sort, "down">) =>
    now.kpi === by.kpi && now.part === by.part && now.step === by.step
      ? { "aria-sort": now.down === (by.kpi === "name") ? ("ascending" as const) : ("descending" as const) }
      : {};
  const head = (column: Column, name: string) => {
    const { kpi, part, bucket } = column;
    if (part === "share" || part === "interval") return <Head key={columnKey(column)} column={column} />;
    const by = { kpi, part, ...(bucket && { step: bucket.label }) };
    return (
      <th
        key={columnKey(column)}
        scope="col"
        className={part === "value" ? styles.number : styles.beside}
        {...order(by)}
      >
        {part === "value" ? sorting(by, name) : sorting(by, t("explore.change_of", { name }), t("explore.change_head"))}
      </th>
    );
  };
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {grid.dimensions.map((dimension, i) =>
            i === 0 ? (
              <th key={dimension} scope="col" {...order({ kpi: "name", part: "value" })}>
                {sorting({ kpi: "name", part: "value" }, words.dimension(dimension))}
              </th>
            ) : (
              <th key={dimension} scope="col">
                {words.dimension(dimension)}
              </th>
            ),
          )}
          {timed
            ? grid.kpis.map((kpi) => (
                <th key={kpi} scope="colgroup" colSpan={columns.filter((column) => column.kpi === kpi).length}>
                  {words.kpi(kpi)}
                </th>
              ))
            : columns.map((column) => head(column, words.kpi(column.kpi)))}
        </tr>
        {timed && (
          <tr>
            <td colSpan={grid.dimensions.length} />
            {columns.map((column) =>
              head(column, column.bucket ? periodName(column.bucket) : t("explore.whole_period")),
            )}
          </tr>
        )}
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.whole ? styles.whole : ""}>
            {line.whole ? (
              <th scope="row" colSpan={grid.dimensions.length}>
                {t("explore.whole")}
              </th>
            ) : (
              grid.dimensions.map((dimension, i) => {
                const given = { dimension, by: line.by ?? {}, words, narrow };
                return i === 0 ? (
                  <th key={dimension} scope="row">
                    <Value {...given} />
                  </th>
                ) : (
                  <td key={dimension} className={styles.text}>
                    <Value {...given} />
                  </td>
                );
              })
            )}
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ValueProps {
  readonly dimension: string;
  readonly by: Segment["by"];
  readonly words: Words;
  readonly narrow: (dimension: string, value: string) => void;
}

/** A dimension's value; a click narrows the question to it. */
function Value({ dimension, by, words, narrow }: ValueProps) {
  const { t } = useTranslation();
  const value = by[dimension] ?? "";
  const name = words.value(dimension, value);
  return (
    <button
      type="button"
      className={styles.narrow}
      title={t("explore.narrow", { name })}
      onClick={() => narrow(dimension, value)}
    >
      {name}
    </button>
  );
}
