import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "./accounts.module.css";

/** A share as a bar of a fixed length with its figure and the count behind it. */
export function ShareBar({ row }: { readonly row: AnswerRow | undefined }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!row) return <span>–</span>;
  if (row.value === null) return <span className={styles.soft}>– {row.reason?.text}</span>;
  return (
    <span className={styles.share}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ width: `${Math.min(1, Math.max(0, row.value)) * 100}%` }} />
      </span>
      <span>{format.value(row.value, row.unit)}</span>
      {row.n !== undefined && <span className={styles.soft}>{t("kpi.of", { n: format.whole(row.n) })}</span>}
    </span>
  );
}
