import { useTranslation } from "react-i18next";
import type { SubjectTold } from "../../../api/app-types.ts";
import { languageOf } from "../../app/language-of.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "../channels/channels.module.css";
import { ScrollTable } from "../channels/ScrollTable.tsx";

/** By which rule the cost of each ad platform counts once. */
export function CostRules({ rules }: { readonly rules: SubjectTold["rules"] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = (days: readonly string[]) =>
    days.length === 0 ? "–" : days.map((day) => format.month(day)).join(t("board.list_join"));
  return (
    <section data-section="cost-rules">
      <h3>{t("reconciliation.rules")}</h3>
      <p className={styles.soft}>{t("reconciliation.rules_text")}</p>
      <ScrollTable caption={t("reconciliation.rules")}>
        <thead>
          <tr>
            <th scope="col">{t("reconciliation.platform")}</th>
            <th scope="col" className={styles.left}>
              {t("reconciliation.from_platform")}
            </th>
            <th scope="col" className={styles.left}>
              {t("reconciliation.from_ledger")}
            </th>
            <th scope="col">{t("reconciliation.left_out")}</th>
            <th scope="col">{t("reconciliation.rows")}</th>
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={rule.platform}>
              <th scope="row" title={rule.connections.join(", ")} {...languageOf(rule.platform)}>
                {rule.platform}
              </th>
              <td className={`${styles.left} ${styles.wrap}`}>{months(rule.from_platform)}</td>
              <td className={`${styles.left} ${styles.wrap}`}>{months(rule.from_ledger)}</td>
              <td>{format.value(rule.left_out, "money")}</td>
              <td>{format.whole(rule.left_out_rows)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </section>
  );
}
