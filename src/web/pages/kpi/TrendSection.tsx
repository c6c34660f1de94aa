import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { type KpiInfo, LostServer, type QuestionBody } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { TrendChart } from "../../charts/charts-on-demand.ts";
import { flagsOf } from "../../charts/trend/flags.ts";
import { trendFinding } from "../../charts/trend/trend-finding.ts";
import { DataActions } from "../../components/export/DataActions.tsx";
import { Problem } from "../../components/Problem.tsx";
import { TableToggle, useAsTable } from "../../components/TableToggle.tsx";
import { Annotations } from "./Annotations.tsx";
import styles from "./kpi.module.css";
import { kpiApi } from "./kpi-api.ts";
import { trendQuestion } from "./kpi-questions.ts";
import { notedOf, numberedAnnotations } from "./numbered-annotations.ts";
import { TrendTable } from "./TrendTable.tsx";
import { useReceipt } from "./use-receipt.ts";

interface Props {
  readonly kpi: KpiInfo;
  readonly question: QuestionBody;
  /** Last day of the period looked at; the trend ends there. */
  readonly to: string;
}

function yearBefore(to: string): string {
  const [year = 1970, month = 1] = to.split("-").map(Number);
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}

/** Twelve months up to the period, each against the same month a year earlier, with what is noted on these days. */
export function TrendSection({ kpi, question, to }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const section = useRef<HTMLElement>(null);
  const asTable = useAsTable();
  const from = yearBefore(to);
  const query = useQuery(trendQuestion(question, format.language));
  const receipt = useReceipt(question);
  const systems = receipt.data && [...new Set(receipt.data.loads.map(({ system }) => system))].join(",");
  const noted = useQuery({
    queryKey: ["annotations", kpi.id, from, to, systems],
    queryFn: () => kpiApi.annotations({ from, to, kpi: kpi.id, system: systems ?? "" }),
    enabled: systems !== undefined,
    placeholderData: keepPreviousData,
  });
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats follow the language and the currency
  const texts = useMemo(
    () => ({
      month: (label: string) => format.month(label),
      value: (value: number | null) => format.value(value, kpi.unit),
      previous: t("kpi.year_earlier"),
      current: kpi.name[language],
    }),
    [language, currency, kpi],
  );
  const rows = query.data?.rows ?? [];
  const listed = noted.data?.annotations;
  const annotations = useMemo(() => numberedAnnotations(listed ?? [], from), [listed, from]);
  const answered = query.data?.rows;
  const flags = useMemo(() => flagsOf(answered ?? [], notedOf(annotations)), [answered, annotations]);
  const none = query.data !== undefined && rows.every((row) => row.value === null);
  const finding = trendFinding(rows);
  const title = finding ? t(`kpi.${finding}`, { count: rows.length }) : t("kpi.trend");
  const summary = `${kpi.name[language]}: ${rows.map((row) => `${periodName(row.period)} ${format.value(row.value, row.unit)}`).join(", ")}`;
  return (
    <section ref={section} className={styles.section} data-section="trend">
      <div className={styles.head}>
        <h2>{title}</h2>
        {!none && <TableToggle />}
        <DataActions
          file={`${kpi.id}-${to.slice(0, 7)}`}
          title={`${kpi.name[language]} · ${title}`}
          rows={rows}
          answer={query.data}
          picture={section}
        />
      </div>
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      <div className={styles.chart}>
        {query.data ? (
          none ? (
            <div className={styles.none}>
              <p className={styles.soft}>{t("kpi.no_months")}</p>
            </div>
          ) : asTable ? (
            <TrendTable rows={rows} />
          ) : (
            <TrendChart
              fallback={<Skeleton height={280} />}
              rows={rows}
              texts={texts}
              summary={summary}
              flags={flags}
            />
          )
        ) : (
          <Skeleton height={280} />
        )}
      </div>
      <Annotations kpi={kpi} annotations={annotations} day={to} />
    </section>
  );
}
