import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "./bars.module.css";

interface Props {
  readonly rows: readonly AnswerRow[];
  readonly dimension: string;
  readonly title: string;
  readonly valueTitle: string;
}

/** A breakdown as bars from zero that is its own table: name, bar, value, comparison, reason. */
export function Bars({ rows, dimension, title, valueTitle }: Props) {
  const format = useFormat();
  const sorted = rows.toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  const most = Math.max(...rows.map((row) => Math.abs(row.value ?? 0)), 0);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{title}</th>
          <th scope="col" className={styles.number}>
            {valueTitle}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.by[dimension]}>
            <th scope="row" className={styles.label} title={row.by[dimension]}>
              {row.by[dimension]}
            </th>
            <td className={styles.number} title={format.exact(row.value, row.unit)}>
              {format.value(row.value, row.unit)}
            </td>
            <td className={styles.track}>
              {row.value === null ? (
                <span className={styles.note}>{row.reason?.text}</span>
              ) : (
                <span
                  className={`${styles.bar} ${row.state === "ok" ? "" : styles.open}`}
                  style={{ width: `${most === 0 ? 0 : (Math.abs(row.value) / most) * 100}%` }}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
