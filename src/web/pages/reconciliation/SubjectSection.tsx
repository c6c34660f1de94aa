import { useTranslation } from "react-i18next";
import type { ReconciliationTold, StepTold, SubjectTold } from "../../../api/app-types.ts";
import { languageOf } from "../../app/language-of.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "../channels/channels.module.css";
import { CostRules } from "./CostRules.tsx";
import own from "./reconciliation.module.css";
import { StepSection } from "./StepSection.tsx";

interface Props {
  readonly subject: SubjectTold;
  readonly period: ReconciliationTold["period"];
  readonly asTable: boolean;
}

/** One measure: what each system says, and the ways from one figure to another. */
export function SubjectSection({ subject, period, asTable }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, unit, said, steps, rules } = subject;
  const silent = said.every(({ value }) => value === null);
  // Steps of one platform carry its name behind a stroke.
  const whole = steps.filter(({ from }) => !from.includes("/"));
  const each = steps.filter(({ from }) => from.includes("/"));
  const shown = (step: StepTold) => (
    <StepSection key={step.id} subject={subject} step={step} period={period} asTable={asTable} />
  );
  return (
    <section className={styles.section} data-section={`reconcile-${id}`}>
      <h2>{t(`reconciliation.subject.${id}`)}</h2>
      {silent ? (
        <p className={styles.soft}>{t(`reconciliation.fills.${id}`)}</p>
      ) : (
        <table className={`${styles.table} ${styles.inset} ${own.said}`}>
          <caption className="visually-hidden">{t("reconciliation.said")}</caption>
          <tbody>
            {said.map(({ id: who, name, value, reason }) => (
              <tr key={who} className={who.includes("/") ? own.part : ""}>
                <th scope="row" className={styles.wrap} {...languageOf(name)}>
                  {name}
                </th>
                {value === null ? (
                  <td className={styles.wrap}>– {reason && <span className={styles.soft}>{reason.text}</span>}</td>
                ) : (
                  <td title={format.exact(value, unit)}>{format.value(value, unit)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {whole.map(shown)}
      {each.length > 0 && (
        <details className={own.each} data-section="platforms">
          <summary>{t("reconciliation.each", { count: each.length })}</summary>
          {each.map(shown)}
        </details>
      )}
      {!silent && steps.length === 0 && <p className={styles.soft}>{t("reconciliation.one_side")}</p>}
      {rules.length > 0 && <CostRules rules={rules} />}
    </section>
  );
}
