import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow, KpiInfo } from "../api/client.ts";
import { carried } from "../app/search.ts";
import { useFormat } from "../app/use-format.ts";
import { Sparkline } from "../charts/sparkline/Sparkline.tsx";
import { BigNumber } from "./BigNumber.tsx";
import { Comparison } from "./Comparison.tsx";
import { filledBy } from "./filled-by.ts";
import styles from "./kpi-card.module.css";
import { StateWord } from "./StateWord.tsx";

interface Props {
  readonly kpi: KpiInfo;
  readonly row: AnswerRow;
  readonly trend: readonly AnswerRow[];
  readonly board: string;
  /** What its value is narrowed to, as the address of a KPI has it: `channel:Email` */
  readonly where?: string | undefined;
  /** Beside the name: how it stands against its goal. */
  readonly status?: ReactNode;
  /** Among the notes: the target and what is missing to it. */
  readonly target?: ReactNode;
}

/** One KPI of a board: value, comparison, interval, state, and its way here. */
export function KpiCard({ kpi, row, trend, board, where, status, target }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const known = trend.filter((one) => one.value !== null);
  return (
    <Link
      to="/kpis/$kpi"
      params={{ kpi: kpi.id }}
      search={(before) => ({ ...carried(before), ...(board !== "cmo" && { board }), ...(where && { where }) })}
      className={styles.card}
      data-kpi={kpi.id}
      data-state={row.state}
    >
      <h3 className={styles.name}>
        {kpi.name[format.language]}
        {status}
      </h3>
      <div className={styles.numbers}>
        <BigNumber value={row.value} unit={row.unit} />
        <StateWord row={row} />
      </div>
      <div className={styles.notes}>
        {row.value !== null && <Comparison row={row} better={kpi.better} />}
        {row.value === null && row.reason?.code !== "no_source" && <span>{row.reason?.text}</span>}
        {target}
        {row.reason?.code === "no_source" && (
          <>
            <span title={row.reason.text}>{t(`fills.${filledBy(kpi)}`)}</span>
            <span className={styles.where}>{t(`export_from.${filledBy(kpi)}`)}</span>
          </>
        )}
        {row.interval && <span>{t("card.interval", format.interval(row.interval, row.unit))}</span>}
      </div>
      <div className={styles.spark}>
        {known.length > 1 && (
          <Sparkline
            rows={trend}
            label={t("card.spark", {
              count: trend.length,
              first: format.value(known[0]?.value ?? null, row.unit),
              last: format.value(known.at(-1)?.value ?? null, row.unit),
            })}
          />
        )}
      </div>
    </Link>
  );
}
