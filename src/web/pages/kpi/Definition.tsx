import { useTranslation } from "react-i18next";
import type { KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { withDashes } from "../../components/with-dashes.ts";
import styles from "./kpi.module.css";

/** What a KPI means, how it is computed, where it is healthy, what to do when it is not. */
export function Definition({ kpi }: { readonly kpi: KpiInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { healthy } = kpi;
  const bounds = [
    healthy?.from !== undefined && t("kpi.from", { value: format.value(healthy.from, kpi.unit) }),
    healthy?.to !== undefined && t("kpi.to", { value: format.value(healthy.to, kpi.unit) }),
  ].filter(Boolean);
  return (
    <section className={styles.section} data-section="definition">
      <h2>{t("kpi.definition")}</h2>
      <p>{withDashes(kpi.definition[format.language])}</p>
      <h3>{t("kpi.formula")}</h3>
      <pre className={styles.code}>{`${kpi.id} = ${kpi.formula}`}</pre>
      {bounds.length > 0 && (
        <>
          <h3>{t("kpi.healthy")}</h3>
          <p>
            {bounds.join(t("board.list_join"))}
            {healthy?.note && <span className={styles.soft}> {healthy.note[format.language]}</span>}
          </p>
        </>
      )}
      <h3>{t("kpi.decisions")}</h3>
      <ul className={styles.list}>
        {kpi.decisions[format.language].map((decision) => (
          <li key={decision}>{withDashes(decision)}</li>
        ))}
      </ul>
      <p className={styles.soft}>
        {[
          t("kpi.version", { version: kpi.version }),
          t(`goal.${kpi.goal_class}`),
          t(`race.${kpi.race}`),
          t(`timing.${kpi.timing}`),
        ].join(" · ")}
      </p>
    </section>
  );
}
