import { Skeleton } from "@mantine/core";
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
import { Choice } from "../funnel/Choice.tsx";
import { AccountList } from "./AccountList.tsx";
import { Penetration } from "./Penetration.tsx";

/** Target accounts and buying groups: how many respond, which roles are covered, and how far each account has come. */
export function AccountsPage() {
  const { t } = useTranslation();
  const { language } = useFormat();
  const { list } = useSearch({ from: "/channels/accounts" });
  const period = usePeriod();
  const change = useChange();
  const query = useQuery({
    queryKey: ["accounts", period, list, language],
    queryFn: () => channelsApi.accounts({ period, list, lang: language }),
    placeholderData: keepPreviousData,
  });
  const { data, error } = query;
  const failed = error && !(error instanceof LostServer);
  const lists = [...new Set([...(data?.lists ?? []).map(({ name }) => name), ...(list ? [list] : [])])];
  return (
    <>
      <ChannelsHeader tab="accounts" />
      {lists.length > 1 && (
        <div className={styles.row}>
          <Choice
            label={t("accounts.list")}
            value={list ?? ""}
            choices={[
              { id: "", name: t("accounts.all_lists") },
              ...lists.map((id) => ({ id, name: id, lang: "" as const })),
            ]}
            choose={(id) => change({ list: id || undefined })}
          />
        </div>
      )}
      {failed && <Problem error={error} retry={() => void query.refetch()} />}
      {!data && !failed && (
        <>
          <Skeleton height={420} radius={12} mb={20} aria-busy="true" />
          <Skeleton height={560} radius={12} />
        </>
      )}
      {data && data.count === 0 && (
        <section className={styles.section} data-section="accounts">
          <h2>{t("accounts.empty")}</h2>
          <p>{t("accounts.empty_text")}</p>
        </section>
      )}
      {data && data.count > 0 && (
        <div className={styles.all} data-old={query.isPlaceholderData}>
          <Penetration answer={data} />
          <AccountList answer={data} />
        </div>
      )}
    </>
  );
}
