import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { carried } from "../../app/search.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import styles from "../channels/channels.module.css";
import { FunnelSection } from "../funnel/FunnelSection.tsx";
import own from "./channel.module.css";
import { channelFunnelQuestion } from "./channel-questions.ts";
import { isEmpty, withoutVisits } from "./without-visits.ts";

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
    ...channelFunnelQuestion(channel, { period, compare, language }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = query;
  if (error && !(error instanceof LostServer)) return <Problem error={error} retry={() => void query.refetch()} />;
  if (!data) return <Skeleton height={640} radius={12} mb={20} aria-busy="true" />;
  if (isEmpty(data)) {
    return (
      <section className={styles.section} data-section="funnel">
        <h2>{t("channel.nobody", { name: valueName("channel", channel) })}</h2>
      </section>
    );
  }
  return (
    <div data-old={query.isPlaceholderData} className={styles.all}>
      <FunnelSection sides={[{ name: valueName("channel", channel), funnel: withoutVisits(data) }]}>
        <Link
          to="/funnel"
          search={(before) => ({ ...carried(before), dim: "channel", a: channel })}
          className={own.beside}
        >
          {t("channel.compare_funnel")}
        </Link>
      </FunnelSection>
    </div>
  );
}
