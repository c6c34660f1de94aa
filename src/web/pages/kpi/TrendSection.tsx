import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type KpiInfo } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { Problem } from "../../components/Problem.tsx";
import styles from "./kpi.module.css";

const TrendChart = lazy(() =>
  import("../../charts/trend/TrendChart.tsx").then((chart) => ({ default: chart.TrendChart })),
);

interface Props {
  readonly kpi: KpiInfo;
  /** Last day of the period looked at; the trend ends there. */
  readonly to: string;
  readonly compare: string;
}

function yearBefore(to: string): string {
  const [year = 1970, month = 1] = to.split("-").map(Number);
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}

/** Twelve months up to the period, as a chart and as its table twin. */
export function TrendSection({ kpi, to, compare }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const [asTable, setAsTable] = useState(false);
  const period = `${yearBefore(to)}..${to}`;
  const query = useQuery({
    queryKey: ["trend", kpi.id, period, compare, format.language],
    queryFn: () => api.ask({ kpis: [kpi.id], period, grain: "month", compare }, format.language),
  });
  const { language, currency } = format;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the formats follow the language and the currency
  const texts = useMemo(
    () => ({
      month: (label: string) => format.month(label),
      value: (value: number | null) => format.value(value, kpi.unit),
      previous: t("kpi.previous"),
      current: kpi.name[language],
    }),
    [language, currency, kpi],
  );
  const rows = query.data?.rows ?? [];
  const summary = `${kpi.name[language]}: ${rows.map((row) => `${periodName(row.period)} ${format.value(row.value, row.unit)}`).join(", ")}`;
  return (
    <section className={styles.section} data-section="trend">
      <h2>
        {t("kpi.trend")}
        <Button variant="subtle" size="compact-xs" onClick={() => setAsTable(!asTable)}>
          {asTable ? t("kpi.as_chart") : t("kpi.as_table")}
        </Button>
      </h2>
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton height={280} />}
      {query.data && asTable && (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t("kpi.month")}</th>
              <th scope="col" className={styles.number}>
                {t("kpi.value")}
              </th>
              <th scope="col" className={styles.number}>
                {t("kpi.previous")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.period.label}>
                <th scope="row">
                  {periodName(row.period)}{" "}
                  {row.state !== "ok" && (
                    <span className={styles.soft}>{row.reason?.text ?? t(`state.${row.state}`)}</span>
                  )}
                </th>
                <td className={styles.number}>{format.exact(row.value, row.unit)}</td>
                <td className={styles.number}>{row.previous ? format.exact(row.previous.value, row.unit) : "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {query.data && !asTable && (
        <Suspense fallback={<Skeleton height={280} />}>
          <TrendChart rows={rows} texts={texts} summary={summary} />
        </Suspense>
      )}
    </section>
  );
}
