import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type KpiInfo, LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Bars } from "../../charts/bars/Bars.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "./kpi.module.css";

/** The KPI split by channel, or the reason why it cannot be. */
export function ByChannel({ kpi, period }: { readonly kpi: KpiInfo; readonly period: string }) {
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
      <div className={styles.head}>
        <h2>{t("kpi.by_channel")}</h2>
      </div>
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {!query.data && !(query.error && !(query.error instanceof LostServer)) && <Skeleton height={320} />}
      {query.data &&
        (refused ? (
          <p className={styles.soft}>{rows[0]?.reason?.text ?? query.data.total[0]?.reason?.text ?? t("kpi.none")}</p>
        ) : (
          <Bars
            rows={rows}
            total={query.data.total[0]}
            dimension="channel"
            title={t("kpi.channel")}
            totalTitle={t("kpi.all_channels")}
          />
        ))}
    </section>
  );
}
