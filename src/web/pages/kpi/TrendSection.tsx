import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { api, type KpiInfo, LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriodName } from "../../app/use-period-name.ts";
import { trendFinding } from "../../charts/trend/trend-finding.ts";
import { Problem } from "../../components/Problem.tsx";
import { saveFile } from "../../components/save-file.ts";
import { toCsv } from "../../components/to-csv.ts";
import styles from "./kpi.module.css";
import { TrendTable } from "./TrendTable.tsx";

const TrendChart = lazy(() =>
  import("../../charts/trend/TrendChart.tsx").then((chart) => ({ default: chart.TrendChart })),
);

interface Props {
  readonly kpi: KpiInfo;
  /** Last day of the period looked at; the trend ends there. */
  readonly to: string;
}

function yearBefore(to: string): string {
  const [year = 1970, month = 1] = to.split("-").map(Number);
  return new Date(Date.UTC(year, month - 12, 1)).toISOString().slice(0, 10);
}

/** Twelve months up to the period, each against the same month a year earlier, as a chart and as its table twin. */
export function TrendSection({ kpi, to }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const periodName = usePeriodName();
  const navigate = useNavigate();
  const section = useRef<HTMLElement>(null);
  const asTable = useSearch({ strict: false }).view === "table";
  const period = `${yearBefore(to)}..${to}`;
  const query = useQuery({
    queryKey: ["trend", kpi.id, period, format.language],
    queryFn: () => api.ask({ kpis: [kpi.id], period, grain: "month", compare: "last-year" }, format.language),
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
  const finding = trendFinding(rows);
  const summary = `${kpi.name[language]}: ${rows.map((row) => `${periodName(row.period)} ${format.value(row.value, row.unit)}`).join(", ")}`;
  const file = `${kpi.id}-${to.slice(0, 7)}`;
  const saveImage = () => {
    const drawing = section.current?.querySelector("[data-chart] svg");
    if (drawing) saveFile(`${file}.svg`, "image/svg+xml", new XMLSerializer().serializeToString(drawing));
  };
  return (
    <section ref={section} className={styles.section} data-section="trend">
      <div className={styles.head}>
        <h2>{finding ? t(`kpi.${finding}`, { count: rows.length }) : t("kpi.trend")}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() =>
            void navigate({
              to: ".",
              search: ({ view: _, ...before }) => (asTable ? before : { ...before, view: "table" as const }),
              replace: true,
              resetScroll: false,
            })
          }
        >
          {asTable ? t("kpi.as_chart") : t("kpi.as_table")}
        </Button>
        <Button
          variant="subtle"
          size="compact-sm"
          disabled={rows.length === 0}
          onClick={() => saveFile(`${file}.csv`, "text/csv;charset=utf-8", `\uFEFF${toCsv(rows)}`)}
        >
          {t("kpi.save_data")}
        </Button>
        {!asTable && (
          <Button variant="subtle" size="compact-sm" disabled={rows.length === 0} onClick={saveImage}>
            {t("kpi.save_image")}
          </Button>
        )}
      </div>
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      <div className={styles.chart}>
        {query.data ? (
          asTable ? (
            <TrendTable rows={rows} />
          ) : (
            <Suspense fallback={<Skeleton height={280} />}>
              <TrendChart rows={rows} texts={texts} summary={summary} />
            </Suspense>
          )
        ) : (
          <Skeleton height={280} />
        )}
      </div>
    </section>
  );
}
