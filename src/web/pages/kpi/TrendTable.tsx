import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./kpi.module.css";

/** The trend's table twin, with every digit. */
export function TrendTable({ rows }: { readonly rows: readonly AnswerRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t("kpi.month")}</th>
          <th scope="col" className={styles.number}>
            {t("kpi.value")}
          </th>
          <th scope="col" className={styles.number}>
            {t("kpi.year_earlier")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.period.label}>
            <th scope="row">
              {periodName(row.period)} <StateWord row={row} />
            </th>
            <td className={styles.number}>{format.exact(row.value, row.unit)}</td>
            <td className={styles.number}>{format.exact(row.previous?.value ?? null, row.unit)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
