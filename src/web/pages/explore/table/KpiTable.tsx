import { useTranslation } from "react-i18next";
import styles from "./explore-table.module.css";
import { Head } from "./Head.tsx";
import { columnKey } from "./lines-and-columns.ts";
import type { TableProps } from "./table-props.ts";

/** No dimension, no time: a line a KPI. */
export function KpiTable({ columns, lines, cells, words }: TableProps) {
  const { t } = useTranslation();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("explore.kpi")}</th>
          {columns.map((column) => (
            <Head key={columnKey(column)} column={column}>
              {t("explore.value")}
            </Head>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">{words.kpi(line.key)}</th>
            {cells(line)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
