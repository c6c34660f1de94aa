import { useTranslation } from "react-i18next";
import type { AnswerRow, KpiInfo } from "../api/client.ts";
import { useFormat } from "../app/use-format.ts";
import { usePeriodName } from "../app/use-period-name.ts";
import styles from "./comparison.module.css";
import { UNCHANGED, verdict } from "./verdict.ts";

interface Props {
  readonly row: AnswerRow;
  readonly better: KpiInfo["better"];
}

/** The comparison: words first, then the figure; a shape beside the colour. */
export function Comparison({ row, better }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  if (!row.previous) return null;
  const period = periodName(row.previous.period);
  const before = t("card.before", { period, value: format.value(row.previous.value, row.unit) });
  const change = row.previous.change;
  if (change === null) return <span>{before}</span>;
  const kind = verdict(row, better);
  const flat = Math.abs(change) < UNCHANGED;
  return (
    <span className={styles.comparison} title={before}>
      <span className={`${styles.change} ${kind ? styles[kind] : ""}`}>
        {!flat && <span aria-hidden="true">{change > 0 ? "▲" : "▼"} </span>}
        {flat ? t("card.unchanged", { period }) : t("card.compared", { change: format.change(change), period })}
      </span>
      {kind && <span className={`${styles.verdict} ${styles[kind]}`}> {t(`card.${kind}`)}</span>}
    </span>
  );
}
