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
  const most = Math.max(largest, totalBar ? Math.abs(total?.value ?? 0) : 0) * 1.02;
  const share = (value: number) => `${most === 0 ? 0 : Math.min(100, (Math.max(0, value) / most) * 100)}%`;
  const line = (row: AnswerRow, name: string, key: string) => (
    <tr key={key} className={key === "" ? styles.total : ""}>
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
          <span className={styles.note}>{row.reason?.text ?? <StateWord row={row} />}</span>
        ) : (
          (key !== "" || totalBar) && (
            <span className={styles.lane}>
              <span
                className={`${styles.bar} ${row.state === "ok" ? "" : styles.open}`}
                style={{ width: share(row.value) }}
              />
              {row.interval && row.value > 0 && (
                <span
                  className={styles.band}
                  style={{
                    insetInlineStart: share(row.interval[0]),
                    width: `calc(${share(row.interval[1])} - ${share(row.interval[0])})`,
                  }}
                />
              )}
            </span>
          )
        )}
      </td>
    </tr>
  );
  return (
    <table className={styles.table}>
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
