import { Skeleton } from "@mantine/core";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ReconciliationTold, StepTold, SubjectTold } from "../../../api/app-types.ts";
import type { AnswerRow } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Waterfall } from "../../charts/charts-on-demand.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import styles from "../channels/channels.module.css";
import { ScrollTable } from "../channels/ScrollTable.tsx";
import { useExclusionWords } from "../settings/use-exclusion-words.ts";
import own from "./reconciliation.module.css";
import { isExplained, partNames, stepLanes } from "./step-lanes.ts";

interface Props {
  readonly subject: SubjectTold;
  readonly step: StepTold;
  readonly period: ReconciliationTold["period"];
  readonly asTable: boolean;
}

/** The way from one system's figure to another's, and what cannot be known of it. */
export function StepSection({ subject, step, period, asTable }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const section = useRef<HTMLElement>(null);
  const { unit } = subject;
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats follow the language and the currency
  const texts = useMemo(() => {
    const value = (amount: number) => format.value(amount, unit);
    return { value, change: (amount: number) => (amount > 0 ? `+${value(amount)}` : value(amount)) };
  }, [unit, language, currency]);
  const says = useExclusionWords();
  const names = partNames(step.parts, says);
  const told = names.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the texts follow the language, and names are told by their words
  const lanes = useMemo(() => stepLanes(step, names, t("reconciliation.rest")), [step, told, language]);
  const blanks = {
    from: step.from_name,
    to: step.to_name,
    from_value: texts.value(step.from_value),
    to_value: texts.value(step.to_value),
    rest: texts.value(Math.abs(step.residual)),
  };
  const explained = isExplained(step);
  const title = explained ? t("reconciliation.explained", blanks) : t("reconciliation.left", blanks);
  const rows = lanes.map(
    ({ kind, name, amount }): AnswerRow => ({
      kpi: subject.id,
      period,
      by: { step: `${step.from_name} → ${step.to_name}`, part: name },
      value: amount,
      state: "ok",
      unit,
      definition: `${step.id}.${kind}`,
    }),
  );
  const line = (name: string, amount: string, count: string, className = "") => (
    <tr key={name} className={className}>
      <th scope="row" className={styles.wrap}>
        {name}
      </th>
      <td>{amount}</td>
      <td>{count}</td>
    </tr>
  );
  return (
    <section ref={section} className={own.step} data-step={step.id}>
      <div className={styles.head}>
        <h3>{title}</h3>
        <DataActions
          file={`reconciliation-${step.id.replaceAll("/", "-")}-${period.label}`}
          title={title}
          rows={rows}
          picture={section}
        />
      </div>
      {asTable ? (
        <ScrollTable caption={title}>
          <thead>
            <tr>
              <th scope="col">{t("reconciliation.part")}</th>
              <th scope="col">{t("reconciliation.amount")}</th>
              <th scope="col">{t("reconciliation.rows")}</th>
            </tr>
          </thead>
          <tbody>
            {line(step.from_name, texts.value(step.from_value), "", styles.whole)}
            {step.parts.map(({ text, amount, rows }, i) =>
              line(names[i] ?? text, texts.change(amount), format.whole(rows)),
            )}
            {line(t("reconciliation.rest"), texts.change(step.residual), "", styles.rest)}
            {line(step.to_name, texts.value(step.to_value), "", styles.whole)}
          </tbody>
        </ScrollTable>
      ) : (
        <Waterfall
          fallback={<Skeleton height={8 + 32 * lanes.length} />}
          lanes={lanes}
          texts={texts}
          summary={lanes
            .map(
              ({ kind, name, amount }) => `${name} ${kind === "figure" ? texts.value(amount) : texts.change(amount)}`,
            )
            .join(t("board.list_join"))}
        />
      )}
      {step.unknown.length > 0 && (
        <details className={styles.details} open={!explained}>
          <summary>{t("reconciliation.unknown")}</summary>
          <ul>
            {step.unknown.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
