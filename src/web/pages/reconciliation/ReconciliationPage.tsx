import { Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { Problem } from "../../components/Problem.tsx";
import { ChannelsHeader } from "../channels/ChannelsHeader.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";
import { useChange } from "../channels/use-change.ts";
import { SubjectSection } from "./SubjectSection.tsx";

/** What the systems each say of leads, conversions, spend and revenue, and of which parts their differences are made. */
export function ReconciliationPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const period = usePeriod();
  const change = useChange();
  const asTable = useSearch({ strict: false }).view === "table";
  const query = useQuery({
    queryKey: ["reconciliation", period, language],
    queryFn: () => channelsApi.reconciliation({ period, lang: language }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = query;
  const failed = error && !(error instanceof LostServer);
  return (
    <>
      <ChannelsHeader tab="reconciliation" />
      <div className={styles.row}>
        <Button variant="default" size="compact-md" onClick={() => change({ view: asTable ? undefined : "table" })}>
          {asTable ? t("reconciliation.as_charts") : t("reconciliation.as_tables")}
        </Button>
      </div>
      {failed && <Problem error={error} retry={() => void query.refetch()} />}
      {!data && !failed && (
        <>
          <Skeleton height={640} radius={12} mb={20} aria-busy="true" />
          <Skeleton height={560} radius={12} />
        </>
      )}
      {data && (
        <div className={styles.all} data-old={query.isPlaceholderData}>
          {data.subjects.map((subject) => (
            <SubjectSection key={subject.id} subject={subject} period={data.period} asTable={asTable} />
          ))}
        </div>
      )}
    </>
  );
}
