import { Skeleton } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { usePeriod } from "../../app/use-period.ts";
import { Problem } from "../../components/Problem.tsx";
import { ChannelsHeader } from "./ChannelsHeader.tsx";
import { ChannelsTable } from "./ChannelsTable.tsx";
import styles from "./channels.module.css";
import { ParitySection } from "./ParitySection.tsx";
import { useComparison } from "./use-comparison.ts";

/** Channels side by side, from one question. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const { stage = "sql" } = useSearch({ from: "/channels" });
  const period = usePeriod();
  const query = useComparison(period, stage);
  const { data, error } = query;
  const failed = error && !(error instanceof LostServer);
  return (
    <>
      <ChannelsHeader tab="side_by_side" />
      {failed && <Problem error={error} retry={() => void query.refetch()} />}
      {!data && !failed && (
        <>
          <Skeleton height={520} radius={12} mb={20} aria-busy="true" />
          <Skeleton height={560} radius={12} />
        </>
      )}
      {data && data.rows.length === 0 && (
        <section className={styles.section} data-section="channels">
          <h2>{t("channels.empty")}</h2>
          <p>{t("channels.empty_text")}</p>
          <ul className={styles.soft}>
            {data.notes.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </section>
      )}
      {data && data.rows.length > 0 && (
        <div className={styles.all} data-old={query.isPlaceholderData}>
          <ParitySection comparison={data} />
          <ChannelsTable comparison={data} />
        </div>
      )}
    </>
  );
}
