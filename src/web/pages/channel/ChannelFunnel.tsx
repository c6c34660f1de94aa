import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { FunnelChart } from "../../charts/funnel/FunnelChart.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "../channels/channels.module.css";
import { funnelApi } from "../funnel/funnel-api.ts";

interface Props {
  readonly channel: string;
  readonly period: string;
  readonly compare: "previous" | "last-year";
}

/** The funnel of those who came by the channel, and the way to set it beside another. */
export function ChannelFunnel({ channel, period, compare }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const valueName = useDimensionValue();
  const query = useQuery({
    queryKey: ["funnel", "channel", channel, period, compare, language],
    queryFn: () => funnelApi.funnel({ period, compare, lang: language, where: [`channel=${channel}`] }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = query;
  const failed = error && !(error instanceof LostServer);
  return (
    <section className={styles.section} data-section="funnel" data-old={query.isPlaceholderData}>
      <div className={styles.head}>
        <h2>{t("channel.funnel")}</h2>
        <Link
          to="/funnel"
          search={(before) => ({ ...carried(before), dim: "channel", a: channel })}
          className={styles.channel}
        >
          {t("channel.compare_funnel")}
        </Link>
      </div>
      {failed && <Problem error={error} retry={() => void query.refetch()} />}
      {data ? (
        <FunnelChart sides={[{ name: valueName("channel", channel), funnel: data }]} />
      ) : (
        !failed && <Skeleton height={640} aria-busy="true" />
      )}
    </section>
  );
}
