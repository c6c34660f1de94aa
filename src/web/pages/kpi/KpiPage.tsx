import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type KpiInfo } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { defaultPeriod } from "../../app/default-period.ts";
import { useFormat } from "../../app/use-format.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { Bars } from "../../charts/bars/Bars.tsx";
import { BigNumber } from "../../components/BigNumber.tsx";
import { Comparison } from "../../components/Comparison.tsx";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "./kpi.module.css";
import { ReceiptSection } from "./ReceiptSection.tsx";
import { TrendSection } from "./TrendSection.tsx";

function Definition({ kpi }: { readonly kpi: KpiInfo }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { healthy } = kpi;
  return (
    <section className={styles.section} data-section="definition">
      <h2>{t("kpi.definition")}</h2>
      <p>{kpi.definition[format.language]}</p>
      <p className={styles.soft}>{t("kpi.version", { version: kpi.version })}</p>
      <h2>{t("kpi.formula")}</h2>
      <pre className={styles.code}>{`${kpi.id} = ${kpi.formula}`}</pre>
      {healthy && (healthy.from !== undefined || healthy.to !== undefined) && (
        <>
          <h2>{t("kpi.healthy")}</h2>
          <p>
            {[
              healthy.from !== undefined && t("kpi.from", { value: format.value(healthy.from, kpi.unit) }),
              healthy.to !== undefined && t("kpi.to", { value: format.value(healthy.to, kpi.unit) }),
            ]
              .filter(Boolean)
              .join(" ")}
            {healthy.note && <span className={styles.soft}> {healthy.note[format.language]}</span>}
          </p>
        </>
      )}
      <h2>{t("kpi.decisions")}</h2>
      <ul className={styles.list}>
        {kpi.decisions[format.language].map((decision) => (
          <li key={decision}>{decision}</li>
        ))}
      </ul>
    </section>
  );
}

function ByChannel({ kpi, period }: { readonly kpi: KpiInfo; readonly period: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({
    queryKey: ["by-channel", kpi.id, period, format.language],
    queryFn: () => api.ask({ kpis: [kpi.id], period, by: ["channel"] }, format.language),
  });
  const rows = query.data?.rows ?? [];
  const refused = rows.every((row) => row.value === null);
  return (
    <section className={styles.section} data-section="breakdown">
      <h2>{t("kpi.by_channel")}</h2>
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <Skeleton height={200} />}
      {query.data &&
        (refused ? (
          <p className={styles.soft}>{rows[0]?.reason?.text ?? query.data.total[0]?.reason?.text ?? t("kpi.none")}</p>
        ) : (
          <Bars rows={rows} dimension="channel" title={t("kpi.channel")} valueTitle={t("kpi.value")} />
        ))}
    </section>
  );
}

/** One KPI: value, trend, breakdown, definition, receipt. */
export function KpiPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const { kpi: id = "" } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const period = search.period ?? defaultPeriod(workspace.today, workspace.covered.to);
  const compare = search.compare ?? "previous";
  const kpis = useQuery({ queryKey: ["kpis"], queryFn: api.kpis, staleTime: Number.POSITIVE_INFINITY });
  const kpi = kpis.data?.find((one) => one.id === id);
  const answer = useQuery({
    queryKey: ["kpi", id, period, compare, format.language],
    queryFn: () => api.ask({ kpis: [id], period, compare }, format.language),
  });
  const row = answer.data?.rows[0];
  const error = kpis.error ?? answer.error;
  return (
    <>
      <Link to="/" search={(before) => before} className={styles.back}>
        ← {t("kpi.back")}
      </Link>
      <header className={frame.header}>
        <h1 className={`${frame.title} ${frame.grow}`}>{kpi?.name[format.language] ?? id}</h1>
        <PeriodPicker period={period} compare={compare} />
      </header>
      {error && (
        <Problem
          error={error}
          retry={() => {
            void kpis.refetch();
            void answer.refetch();
          }}
        />
      )}
      {!error && !(kpi && row) && <Skeleton height={80} mb={24} />}
      {kpi && row && (
        <>
          <div className={styles.headline}>
            <BigNumber value={row.value} unit={row.unit} />
            <Comparison row={row} better={kpi.better} />
          </div>
          <div className={styles.notes}>
            {row.state !== "ok" && <span>◆ {row.reason?.text ?? t(`state.${row.state}`)}</span>}
            {row.interval && (
              <span>
                {t("card.interval", {
                  from: format.value(row.interval[0], row.unit),
                  to: format.value(row.interval[1], row.unit),
                })}
                {row.interval_method && ` (${row.interval_method})`}
              </span>
            )}
            {answer.data?.notes.map((note) => (
              <span key={note.text}>{note.text}</span>
            ))}
          </div>
          <div className={styles.columns}>
            <div>
              <TrendSection kpi={kpi} to={row.period.to} compare={compare} />
              <ByChannel kpi={kpi} period={period} />
            </div>
            <div>
              <Definition kpi={kpi} />
              <ReceiptSection kpi={id} period={period} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
