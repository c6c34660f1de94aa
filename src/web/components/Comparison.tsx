import { useTranslation } from "react-i18next";
import type { AnswerRow, KpiInfo } from "../api/client.ts";
import { useFormat } from "../app/use-format.ts";
import { usePeriodName } from "../app/use-period-name.ts";
import styles from "./kpi-card.module.css";

interface Props {
  readonly row: AnswerRow;
  readonly better: KpiInfo["better"];
}

/** Better, worse or neither: by the KPI's direction, and not judged while the period or the cohort is open. */
function verdict(row: AnswerRow, better: KpiInfo["better"]): "better" | "worse" | null {
  const change = row.previous?.change ?? null;
  if (change === null || Math.abs(change) < 0.0005 || better === "none" || row.state !== "ok") return null;
  return change > 0 === (better === "higher") ? "better" : "worse";
}

/** The comparison: words first, then the figure; a shape beside the colour. */
export function Comparison({ row, better }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  if (!row.previous) return null;
  const period = periodName(row.previous.period);
  const before = t("card.before", { period, value: format.value(row.previous.value, row.unit) });
  const change = format.change(row.previous.change);
  if (change === null) return <span>{before}</span>;
  const kind = verdict(row, better);
  const arrow = (row.previous.change ?? 0) > 0 ? "▲" : "▼";
  const flat = Math.abs(row.previous.change ?? 0) < 0.0005;
  const tone = kind === "better" ? styles.good : kind === "worse" ? styles.bad : "";
  return (
    <span title={before}>
      <span className={`${styles.change} ${tone}`}>
        {!flat && <span aria-hidden="true">{arrow} </span>}
        {flat ? t("card.unchanged", { period }) : t("card.compared", { change, period })}
      </span>
      {kind && (
        <span className={tone}>
          {" · "}
          {t(`card.${kind}`)}
        </span>
      )}
    </span>
  );
}
