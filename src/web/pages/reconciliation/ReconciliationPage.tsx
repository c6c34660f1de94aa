import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { Problem } from "../../components/Problem.tsx";
import { TableToggle, useAsTable } from "../../components/TableToggle.tsx";
import { ChannelsHeader } from "../channels/ChannelsHeader.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi, SUBJECTS } from "../channels/channels-api.ts";
import { useChange } from "../channels/use-change.ts";
import own from "./reconciliation.module.css";
import { SubjectSection } from "./SubjectSection.tsx";

/** What the systems each say of leads, conversions, spend and revenue, and of which parts their differences are made. */
export function ReconciliationPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const period = usePeriod();
  const change = useChange();
  const { subject = "leads" } = useSearch({ from: "/channels/reconciliation" });
  const asTable = useAsTable();
  const query = useQuery({
    queryKey: ["reconciliation", subject, period, language],
    queryFn: () => channelsApi.reconciliation({ period, subject, lang: language }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = query;
  const failed = error && !(error instanceof LostServer);
  return (
    <>
      <ChannelsHeader tab="reconciliation" />
      <div className={styles.row}>
        <fieldset className={own.subjects}>
          <legend className="visually-hidden">{t("reconciliation.measure")}</legend>
          {SUBJECTS.map((id) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === subject}
              onClick={() => change({ subject: id === "leads" ? undefined : id })}
            >
              {t(`reconciliation.subject.${id}`)}
            </button>
          ))}
        </fieldset>
        <span className={own.grow} />
        <TableToggle />
      </div>
      {failed && <Problem error={error} retry={() => void query.refetch()} />}
      {!data && !failed && <Skeleton height={720} radius={12} aria-busy="true" />}
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
