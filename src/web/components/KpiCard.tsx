import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AnswerRow, KpiInfo } from "../api/client.ts";
import { useFormat } from "../app/use-format.ts";
import { Sparkline } from "../charts/sparkline/Sparkline.tsx";
import { BigNumber } from "./BigNumber.tsx";
import { Comparison } from "./Comparison.tsx";
import styles from "./kpi-card.module.css";

interface Props {
  readonly kpi: KpiInfo;
  readonly row: AnswerRow;
  readonly trend: readonly AnswerRow[];
}

/** One KPI of a board: value, comparison, interval, state, and its way here. */
export function KpiCard({ kpi, row, trend }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const name = kpi.name[format.language];
  return (
    <Link
      to="/kpis/$kpi"
      params={{ kpi: kpi.id }}
      search={(before) => before}
      className={styles.card}
      data-kpi={kpi.id}
    >
      <h3 className={styles.name}>{name}</h3>
      <div className={styles.numbers}>
        <BigNumber value={row.value} unit={row.unit} />
        {row.state !== "ok" && (
          <span className={styles.state} title={row.reason?.text}>
            ◆ {t(`state.${row.state}`)}
          </span>
        )}
      </div>
      <div className={styles.notes}>
        <Comparison row={row} better={kpi.better} />
        {row.interval && (
          <span>
            {t("card.interval", {
              from: format.value(row.interval[0], row.unit),
              to: format.value(row.interval[1], row.unit),
            })}
          </span>
        )}
        {row.value === null && row.reason && <span>{row.reason.text}</span>}
      </div>
      <div className={styles.spark}>
        <Sparkline
          rows={trend}
          label={`${name}: ${trend.map((one) => format.value(one.value, one.unit)).join(", ")}`}
        />
      </div>
    </Link>
  );
}
