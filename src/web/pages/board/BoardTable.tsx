import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { AnswerRow, Scorecard } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./board.module.css";

/** The cards' table twin: value, comparison and interval of each KPI, and the months behind its line. */
export function BoardTable({ scorecard }: { readonly scorecard: Scorecard }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const { rows, kpis, board, trend } = scorecard;
  const months = [...new Map((trend?.rows ?? []).map((row) => [row.period.label, row.period])).values()];
  const value = (row: AnswerRow | undefined) =>
    row && (
      <span title={row.value === null ? row.reason?.text : format.exact(row.value, row.unit)}>
        {format.value(row.value, row.unit)}
      </span>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.wide} tabIndex={0} aria-label={t("board.table")}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("board.kpi")}</th>
            <th scope="col">{t("kpi.value")}</th>
            <th scope="col">{t("board.before")}</th>
            <th scope="col">{t("board.change")}</th>
            <th scope="col">{t("board.interval")}</th>
            {months.map((month) => (
              <th key={month.label} scope="col" className={styles.month}>
                {periodName(month)}
              </th>
            ))}
          </tr>
        </thead>
        {board.groups.map((group) => (
          <tbody key={group.name.en}>
            <tr>
              <th scope="rowgroup" colSpan={5 + months.length} className={styles.rowgroup}>
                {group.name[format.language]}
              </th>
            </tr>
            {group.kpis.map((id) => {
              const row = rows.find((one) => one.kpi === id);
              if (!row) return null;
              const interval = row.interval && format.interval(row.interval, row.unit);
              return (
                <tr key={id} data-kpi={id}>
                  <th scope="row">
                    <Link
                      to="/kpis/$kpi"
                      params={{ kpi: id }}
                      search={(before) => ({ ...carried(before), board: board.id })}
                    >
                      {kpis[id]?.name[format.language] ?? id}
                    </Link>
                  </th>
                  <td>
                    {value(row)} <StateWord row={row} />
                  </td>
                  <td>{row.previous && format.value(row.previous.value, row.unit)}</td>
                  <td>{row.previous?.change != null && format.change(row.previous.change)}</td>
                  <td>{interval && `${interval.from} – ${interval.to}`}</td>
                  {months.map((month) => (
                    <td key={month.label} className={styles.month}>
                      {value(trend?.rows.find((one) => one.kpi === id && one.period.label === month.label))}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );
}
