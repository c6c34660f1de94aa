import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { usePeriodName } from "../../../app/use-period-name.ts";
import { type Filters, filtersOf, filtersText } from "../explore-search.ts";
import { type Sort, sortOf, sortText } from "../sort.ts";
import styles from "./explore-table.module.css";
import { Head } from "./Head.tsx";
import { type Column, columnKey } from "./lines-and-columns.ts";
import { narrowedTo } from "./narrowed-to.ts";
import type { TableProps } from "./table-props.ts";

/** A line a segment, the whole first; steps of time beside each other. Values and changes put the lines in order. */
export function SplitTable({ grid, columns, lines, cells, explore, words }: TableProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const { search, change } = explore;
  const timed = grid.buckets.length > 0;
  const now = sortOf(search.sort) ?? { kpi: columns[0]?.kpi ?? "", part: "value", down: true };
  const narrow = (to: Filters) => change({ where: filtersText({ ...filtersOf(search.where), ...to }) });
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
          <tr
            key={line.key}
            className={line.whole ? styles.whole : line.gathered ? styles.gathered : ""}
            aria-busy={line.gathered?.pending}
          >
            {line.whole ? (
              <th scope="row" colSpan={grid.dimensions.length}>
                {t("explore.whole")}
              </th>
            ) : line.gathered ? (
              <th scope="row" colSpan={grid.dimensions.length}>
                <Value name={line.gathered.name} to={narrowedTo(line, search.where)} narrow={narrow} />
              </th>
            ) : (
              grid.dimensions.map((dimension, i) => {
                const value = line.by?.[dimension] ?? "";
                const given = { name: words.value(dimension, value), to: { [dimension]: [value] }, narrow };
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
  readonly name: string;
  /** Null where no filter can name it. */
  readonly to: Filters | null;
  readonly narrow: (to: Filters) => void;
}

/** A dimension's value, or all that is left; a click narrows the question to it. */
function Value({ name, to, narrow }: ValueProps) {
  const { t } = useTranslation();
  if (to === null) return name;
  return (
    <button type="button" className={styles.narrow} title={t("explore.narrow", { name })} onClick={() => narrow(to)}>
      {name}
    </button>
  );
}
