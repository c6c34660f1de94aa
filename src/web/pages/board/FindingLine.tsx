import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Scorecard } from "../../api/client.ts";
import { defaultPeriod } from "../../app/default-period.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName, usePeriodText } from "../../app/use-period-name.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import styles from "./board.module.css";
import { boardFinding } from "./board-finding.ts";
import { fullerMonth } from "./fuller-month.ts";

/** Are we all right, and where not: one line above the cards. */
export function FindingLine({ scorecard }: { readonly scorecard: Scorecard | null }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const periodName = usePeriodName();
  const periodText = usePeriodText();
  const { today, covered } = useWorkspace();
  const newest = defaultPeriod(today, covered);
  if (!scorecard) return <p className={styles.finding}>&nbsp;</p>;
  const { all, better, worse, unsure, empty } = boardFinding(scorecard.rows, scorecard.kpis);
  const fuller = fullerMonth(scorecard.rows, scorecard.trend?.rows ?? []);
  const period = scorecard.rows.find((row) => row.previous)?.previous?.period;
  const asked = scorecard.question;
  // Months after the period are not among the trend's.
  const earlier = covered.to !== null && empty * 2 > all && asked.to < `${newest}-01`;
  const names = worse.map((id) => scorecard.kpis[id]?.name[language] ?? id).join(t("board.list_join"));
  return (
    <p className={styles.finding}>
      {period && empty < all && (
        <>
          <span>{t("board.better", { period: periodName(period), count: better, all })}</span>{" "}
          <span className={worse.length > 0 ? styles.worse : ""}>
            {worse.length > 0 ? t("board.worse", { names }) : better > 0 && t("board.none_worse")}
          </span>{" "}
          {unsure > 0 && <span>{t("board.unsure", { count: unsure })}</span>}{" "}
        </>
      )}
      {empty > 0 && <span>{t("board.empty", { count: empty, all })}</span>}
      {!fuller && earlier && (
        <>
          {" "}
          <Link to="." resetScroll={false} search={(before) => ({ ...before, period: newest })} data-fuller>
            {t("board.newest", { month: periodText(newest) })}
          </Link>
        </>
      )}
      {fuller && (
        <>
          {" "}
          <Link to="." resetScroll={false} search={(before) => ({ ...before, period: fuller.month })} data-fuller>
            {t("board.fuller", { month: periodText(fuller.month), count: fuller.count, all })}
          </Link>
        </>
      )}
    </p>
  );
}
