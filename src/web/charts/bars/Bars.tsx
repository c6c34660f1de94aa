import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./bars.module.css";
import { sortBars } from "./sort-bars.ts";

interface Props {
  readonly rows: readonly AnswerRow[];
  readonly total: AnswerRow | undefined;
  readonly dimension: string;
  readonly title: string;
  readonly totalTitle: string;
}

/** A breakdown as bars from zero that is its own table: name, value, cases, bar with its interval, or the reason. */
export function Bars({ rows, total, dimension, title, totalTitle }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const largest = Math.max(...rows.map((row) => Math.abs(row.value ?? 0)), 0);
  // The whole of what adds up would dwarf its parts; of a rate it is the line to measure them by.
  const totalBar = Math.abs(total?.value ?? 0) <= 1.5 * largest;
  const most = Math.max(0, ...rows.map((row) => row.value ?? 0), totalBar ? (total?.value ?? 0) : 0) * 1.02;
  // Values below zero reach to the left of a line that all bars share.
  const least = Math.min(0, ...rows.map((row) => row.value ?? 0), totalBar ? (total?.value ?? 0) : 0);
  const width = most - least;
  const place = (value: number) => (width === 0 ? 0 : Math.min(100, Math.max(0, ((value - least) / width) * 100)));
  const between = (from: number, to: number) => ({
    insetInlineStart: `${place(from)}%`,
    width: `${place(to) - place(from)}%`,
  });
  // A reason that many lines share is told by the first of them.
  const told = new Set<string>();
  const firstTold = (reason: string | undefined) => reason !== undefined && told.size < told.add(reason).size && reason;
  const line = (row: AnswerRow, name: string, key: string) => (
    <tr key={key} className={key === "" ? styles.total : ""} data-empty={row.value === null}>
      <th scope="row" className={styles.label}>
        {name}
      </th>
      <td className={styles.number} title={format.exact(row.value, row.unit)}>
        {format.value(row.value, row.unit)}
      </td>
      <td className={styles.cases}>
        {row.n !== undefined && row.unit !== "count" && row.value !== null && t("kpi.of", { n: format.whole(row.n) })}
      </td>
      <td className={styles.track}>
        {row.value === null ? (
          <span className={styles.note}>{firstTold(row.reason?.text) || <StateWord row={row} />}</span>
        ) : (
          (key !== "" || totalBar) && (
            <span className={styles.lane}>
              <span
                className={`${styles.bar} ${row.state === "ok" ? "" : styles.open}`}
                data-below={row.value < 0}
                style={between(Math.min(0, row.value), Math.max(0, row.value))}
              />
              {least < 0 && <span className={styles.zero} style={{ insetInlineStart: `${place(0)}%` }} />}
              {row.interval && row.value > 0 && (
                <span className={styles.band} style={between(row.interval[0], row.interval[1])} />
              )}
            </span>
          )
        )}
      </td>
    </tr>
  );
  return (
    <table className={styles.table} data-drawn>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={styles.number}>
            {t("kpi.value")}
          </th>
          <td className={styles.cases} />
          <td />
        </tr>
      </thead>
      <tbody>
        {total && line(total, totalTitle, "")}
        {sortBars(rows, dimension).map((row) =>
          line(row, valueName(dimension, row.by[dimension] ?? ""), row.by[dimension] ?? "(not set)"),
        )}
      </tbody>
    </table>
  );
}
