import { Skeleton } from "@mantine/core";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Comparison } from "../../../api/app-types.ts";
import type { AnswerRow } from "../../api/client.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { Parity } from "../../charts/charts-on-demand.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import { TableToggle, useAsTable } from "../../components/TableToggle.tsx";
import { Choice } from "../funnel/Choice.tsx";
import styles from "./channels.module.css";
import { STAGES } from "./channels-api.ts";
import { NextEuro } from "./NextEuro.tsx";
import { ParityTable } from "./ParityTable.tsx";
import { parityLanes } from "./parity-lanes.ts";
import { useChange } from "./use-change.ts";
import { useSentence } from "./use-comparison.ts";

/** Share of spend against share of conversions at a stage: the sentence, the picture, its table twin. */
export function ParitySection({ comparison }: { readonly comparison: Comparison }) {
  const { t } = useTranslation();
  const format = useFormat();
  const channelName = useDimensionValue();
  const told = useSentence();
  const section = useRef<HTMLElement>(null);
  const asTable = useAsTable();
  const { rows, stage, headline, question } = comparison;
  const set = useChange();
  const { language } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language
  const lanes = useMemo(
    () =>
      parityLanes(rows, {
        name: (name) => channelName("channel", name),
        verdict: (verdict) => t(`channels.verdict.${verdict}`),
      }),
    [rows, language],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: names and formats follow the language
  const texts = useMemo(
    () => ({
      spend: t("channels.of_spend"),
      conversions: t("channels.of_stage", { stage: t(`channels.stage.${stage}`) }),
      share: (value: number) => format.value(Math.round(value * 1000) / 1000, "ratio"),
    }),
    [stage, language],
  );
  const names = rows.map(({ name }) => name);
  const unjudged = rows.filter(({ parity }) => parity !== null && parity.spendShare === null);
  const title = headline ? told(headline.sentence, names) : t("channels.parity");
  const summary = lanes
    .map(({ name, spend, conversions, verdict }) =>
      t("channels.lane", { name, spend: texts.share(spend), conversions: texts.share(conversions), verdict }),
    )
    .join(" ");
  // What is saved is what is shown: shares among channels with spend, which are not the KPIs' shares of everything.
  const period = { from: question.from, to: question.to, label: question.period };
  const data = rows.flatMap(({ name, parity }): AnswerRow[] => {
    if (!parity?.interval || parity.spendShare === null) return [];
    const [low, high] = parity.interval;
    const row = { period, by: { channel: name }, state: "ok" as const, definition: "comparison" };
    const share = parity.spendShare;
    return [
      { ...row, kpi: texts.spend, value: share, unit: "ratio" },
      {
        ...row,
        kpi: texts.conversions,
        value: parity.conversionShare,
        unit: "ratio",
        interval: [low * share, high * share],
      },
      { ...row, kpi: t("channels.index"), value: parity.value, unit: "multiple", interval: [low, high] },
    ];
  });
  return (
    <section ref={section} className={styles.section} data-section="parity">
      <div className={styles.head}>
        <h2>{title}</h2>
        <Choice
          label={t("channels.at_stage")}
          value={stage}
          choices={STAGES.map((id) => ({ id, name: t(`channels.stage.${id}`) }))}
          choose={(id) => set({ stage: id === "sql" ? undefined : id })}
        />
        <TableToggle />
        <DataActions
          file={`parity-${stage}-${question.from}-${question.to}`}
          title={title}
          rows={data}
          answer={comparison}
          picture={section}
        />
      </div>
      <NextEuro comparison={comparison} />
      <p className={styles.soft}>{t("channels.parity_means", { stage: t(`channels.stage.${stage}`) })}</p>
      {lanes.length === 0 ? (
        <p className={styles.soft}>{t("channels.none_judged")}</p>
      ) : asTable ? (
        <ParityTable rows={rows} texts={texts} />
      ) : (
        <Parity fallback={<Skeleton height={60 + 34 * lanes.length} />} lanes={lanes} texts={texts} summary={summary} />
      )}
      {unjudged.length > 0 && (
        <details className={styles.details}>
          <summary>{t("channels.unjudged", { count: unjudged.length })}</summary>
          <ul>
            {unjudged.map(({ name, sentence }) => (
              <li key={name}>{told(sentence ?? "", names)}</li>
            ))}
          </ul>
        </details>
      )}
      {comparison.notes.length > 0 && (
        <ul className={styles.notes} aria-label={t("notes")}>
          {comparison.notes.map(({ text }) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
