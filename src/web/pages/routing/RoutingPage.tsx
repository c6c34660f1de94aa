import { Button, Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { usePeriodText } from "../../app/use-period-name.ts";
import { Problem } from "../../components/Problem.tsx";
import { ChannelsHeader } from "../channels/ChannelsHeader.tsx";
import styles from "../channels/channels.module.css";
import { channelsApi } from "../channels/channels-api.ts";
import { useChange } from "../channels/use-change.ts";
import { Batches } from "./Batches.tsx";
import { HandOut } from "./HandOut.tsx";
import { LeadTable } from "./LeadTable.tsx";
import { LeftOut } from "./LeftOut.tsx";

/** Leads with an answer about their intent: what would be handed out, handing it out, and what was. */
export function RoutingPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const periodText = usePeriodText();
  const { batch } = useSearch({ from: "/channels/routing" });
  const period = usePeriod();
  const change = useChange();
  const [asked, setAsked] = useState(false);
  const show = (shown: string | undefined) => change({ batch: shown }, "step");
  const preview = useQuery({
    queryKey: ["routing", period],
    queryFn: () => channelsApi.routing({ period }),
    placeholderData: keepPreviousData,
  });
  const former = useQuery({
    queryKey: ["routing", "batch", batch],
    queryFn: () => channelsApi.batch(batch ?? ""),
    enabled: batch !== undefined,
  });
  const batches = useQuery({ queryKey: ["routing", "batches"], queryFn: channelsApi.batches });
  const failed = [preview, former, batches].find(({ error }) => error && !(error instanceof LostServer));
  const { data } = preview;
  const count = data?.rows.length ?? 0;
  const left = data && Object.values(data.left).some((one) => (typeof one === "number" ? one > 0 : one.length > 0));
  const nothing = data && count === 0 && !left;
  return (
    <>
      <ChannelsHeader tab="routing" />
      {failed?.error && <Problem error={failed.error} retry={() => void failed.refetch()} />}
      {batch !== undefined && former.data && (
        <section className={styles.section} data-section="batch">
          <div className={styles.head}>
            <h2>{t("routing.batch", { batch })}</h2>
            <Button variant="subtle" size="compact-sm" onClick={() => show(undefined)}>
              {t("close")}
            </Button>
          </div>
          <LeadTable routed={former.data} />
        </section>
      )}
      {!data && !failed && <Skeleton height={420} radius={12} mb={20} aria-busy="true" />}
      {nothing && (
        <section className={styles.section} data-section="routing">
          <h2>{t("routing.empty", { period: periodText(period) })}</h2>
          <p>{t("routing.empty_text")}</p>
        </section>
      )}
      {data && !nothing && (
        <section className={styles.section} data-section="routing" data-old={preview.isPlaceholderData}>
          <div className={styles.head}>
            <h2>
              {count === 0
                ? t("routing.none", { period: periodText(period) })
                : t("routing.would", { count: format.whole(count), period: periodText(period) })}
            </h2>
            <Button disabled={count === 0} onClick={() => setAsked(true)}>
              {t("routing.hand_out")}
            </Button>
          </div>
          <p className={styles.soft}>{t("routing.once")}</p>
          {count > 0 && <LeadTable routed={data} />}
          <LeftOut left={data.left} />
        </section>
      )}
      {batches.data && <Batches batches={batches.data.batches} shown={batch} show={show} />}
      {data && (
        <HandOut
          period={period}
          lists={data.lists}
          opened={asked}
          close={() => setAsked(false)}
          done={(handed) => {
            setAsked(false);
            void queries.invalidateQueries({ queryKey: ["routing"] });
            if (handed.batch !== null) show(handed.batch);
          }}
        />
      )}
    </>
  );
}
