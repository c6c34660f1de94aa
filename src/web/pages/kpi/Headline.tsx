import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Answer, AnswerRow, KpiInfo } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { BigNumber } from "../../components/BigNumber.tsx";
import { Comparison } from "../../components/Comparison.tsx";
import { filledBy } from "../../components/filled-by.ts";
import { StateWord } from "../../components/StateWord.tsx";
import styles from "./kpi.module.css";

interface Props {
  readonly kpi: KpiInfo;
  readonly row: AnswerRow;
  readonly notes: Answer["notes"];
}

/** The number itself, its comparison, its state and interval. */
export function Headline({ kpi, row, notes }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <div className={styles.headline}>
      <div className={styles.numbers}>
        <BigNumber value={row.value} unit={row.unit} />
        <StateWord row={row} />
        {row.value !== null && <Comparison row={row} better={kpi.better} />}
      </div>
      <div className={styles.notes}>
        {row.reason && <span>{row.reason.text}</span>}
        {row.reason?.code === "no_source" && (
          <Link to="/sources" search={carried} className={frame.link}>
            {t(`fills.${filledBy(kpi)}`)}
          </Link>
        )}
        {row.interval && (
          <span title={row.interval_method}>{t("card.interval", format.interval(row.interval, row.unit))}</span>
        )}
        {row.n !== undefined && row.unit !== "count" && <span>{t("kpi.of", { n: format.whole(row.n) })}</span>}
        {notes
          .filter((note) => note.text !== row.reason?.text)
          .map((note) => (
            <span key={note.text}>{note.text}</span>
          ))}
      </div>
    </div>
  );
}
