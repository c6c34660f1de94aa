import { Link } from "@tanstack/react-router";
import { Fragment, type ReactNode } from "react";
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
  const { all, better, worse, steady, open, empty } = boardFinding(scorecard.rows, scorecard.kpis);
  const fuller = fullerMonth(scorecard.rows, scorecard.trend?.rows ?? []);
  const period = scorecard.rows.find((row) => row.previous)?.previous?.period;
  const asked = scorecard.question;
  // Months after the period are not among the trend's.
  const earlier = covered.to !== null && empty * 2 > all && asked.to < `${newest}-01`;
  const names = worse.map((id) => scorecard.kpis[id]?.name[language] ?? id).join(t("board.list_join"));
  const judged = period !== undefined && better + worse.length + steady > 0;
  const said: readonly ReactNode[] = [
    judged && t("board.better", { period: periodName(period), count: better, all }),
    judged && worse.length > 0 && <span className={styles.worse}>{t("board.worse", { names })}</span>,
    judged && worse.length === 0 && better > 0 && t("board.none_worse"),
    judged && steady > 0 && t("board.steady", { count: steady }),
    open > 0 && t("board.open", { count: open }),
    empty > 0 && t("board.empty", { count: empty, all }),
    !fuller && earlier && (
      <Link to="." resetScroll={false} search={(before) => ({ ...before, period: newest })} data-fuller>
        {t("board.newest", { month: periodText(newest) })}
      </Link>
    ),
    fuller && (
      <Link to="." resetScroll={false} search={(before) => ({ ...before, period: fuller.month })} data-fuller>
        {t("board.fuller", { month: periodText(fuller.month), count: fuller.count, all })}
      </Link>
    ),
  ].filter(Boolean);
  return (
    <p className={styles.finding}>
      {said.map((sentence, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one paragraph
        <Fragment key={i}>
          {i > 0 && language !== "zh" && " "}
          {sentence}
        </Fragment>
      ))}
    </p>
  );
}
