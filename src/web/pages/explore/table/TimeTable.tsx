import { useTranslation } from "react-i18next";
import { usePeriodName } from "../../../app/use-period-name.ts";
import styles from "./explore-table.module.css";
import { Head } from "./Head.tsx";
import { columnKey } from "./lines-and-columns.ts";
import type { TableProps } from "./table-props.ts";

/** No dimension: a line a period, the whole first. */
export function TimeTable({ grid, columns, lines, cells, words }: TableProps) {
  const { t } = useTranslation();
  const periodName = usePeriodName();
  const names = new Map(grid.buckets.map((bucket) => [bucket.label, periodName(bucket)]));
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("explore.period")}</th>
          {columns.map((column) => (
            <Head key={columnKey(column)} column={column}>
              {words.kpi(column.kpi)}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key} className={line.whole ? styles.whole : ""}>
            <th scope="row">{line.whole ? t("explore.whole_period") : names.get(line.key)}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
