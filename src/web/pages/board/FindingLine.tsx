import { useTranslation } from "react-i18next";
import type { Scorecard } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import styles from "./board.module.css";
import { boardFinding } from "./board-finding.ts";

/** Are we all right, and where not: one line above the cards. */
export function FindingLine({ scorecard }: { readonly scorecard: Scorecard | null }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const periodName = usePeriodName();
  if (!scorecard) return <p className={styles.finding}>&nbsp;</p>;
  const { all, better, worse, unsure, empty } = boardFinding(scorecard.rows, scorecard.kpis);
  const period = scorecard.rows.find((row) => row.previous)?.previous?.period;
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
    </p>
  );
}
