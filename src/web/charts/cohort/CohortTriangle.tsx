import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import type { CohortLine, CohortsAnswer } from "../../pages/funnel/funnel-types.ts";
import styles from "./cohort.module.css";
import { heat } from "./heat.ts";

/** Months of entry × windows: shares shaded in one hue; cells whose window has not passed are hatched and say so. */
export function CohortTriangle({ cohorts }: { readonly cohorts: CohortsAnswer }) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const { lines, whole, windows } = cohorts;
  const ripe = lines.flatMap(({ cells }) => cells).filter(({ state }) => state === "ok");
  const largest = Math.max(0, ...ripe.map(({ value }) => value ?? 0));
  const young = lines.some(({ cells }) => cells.some(({ state }) => state === "immature"));
  const cell = (row: AnswerRow, index: number) => {
    const immature = row.state === "immature";
    const passed = row.cohort && { elapsed: row.cohort.days_elapsed, days: row.cohort.window_days };
    const ends = row.interval && format.interval(row.interval, "ratio");
    const hint = [
      row.reason?.text,
      ends && t("card.interval", ends),
      row.n !== undefined && t("kpi.of", { n: format.whole(row.n) }),
    ];
    return (
      <td
        key={windows[index]}
        data-state={row.state}
        title={hint.filter(Boolean).join(" · ")}
        style={{ "--heat": `${immature ? 0 : heat(row.value, largest)}%` } as CSSProperties}
      >
        {format.value(row.value, "ratio")}
        {immature && passed && (
          <>
            <small aria-hidden="true">{t("funnel.elapsed_short", passed)}</small>
            <span className="visually-hidden">{t("funnel.so_far", passed)}</span>
          </>
        )}
      </td>
    );
  };
  const line = ({ period, entered, cells }: CohortLine, name: string) => (
    <tr key={`${period.from}${name}`}>
      <th scope="row">{name}</th>
      <td className={styles.entered} title={entered?.reason?.text}>
        {format.value(entered?.value ?? null, "count")}
      </td>
      {cells.map(cell)}
    </tr>
  );
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
      <section className={styles.scroll} tabIndex={0} aria-label={t("funnel.triangle")}>
        <table className={styles.table} data-drawn>
          <thead>
            <tr>
              <th scope="col">{t("kpi.month")}</th>
              <th scope="col" className={styles.entered}>
                {t("funnel.entered")}
              </th>
              {windows.map((days) => (
                <th key={days} scope="col">
                  {t("funnel.days", { days })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{lines.map((one) => line(one, periodName(one.period)))}</tbody>
          <tfoot>{line(whole, t("funnel.all_months"))}</tfoot>
        </table>
      </section>
      {young && <p className={styles.young}>{t("funnel.young")}</p>}
    </>
  );
}
