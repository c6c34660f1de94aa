import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { type KpiInfo, LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { KpiCard } from "../../components/KpiCard.tsx";
import { Problem } from "../../components/Problem.tsx";
import shared from "../channels/channels.module.css";
import { filtersText } from "../explore/explore-search.ts";
import styles from "./channel.module.css";
import { cardsQuestion, isMonth, membersOf, monthsQuestion } from "./channel-questions.ts";
import type { ChannelKpis } from "./kpis-of-channel.ts";
import { silentKpis } from "./silent-kpis.ts";

interface Props {
  readonly kpis: ChannelKpis;
  readonly question: { readonly period: string; readonly where: Readonly<Record<string, readonly string[]>> };
  readonly compare: "previous" | "last-year";
}

/** The KPIs that name the channel, then those of every channel, each with its months. */
export function ChannelCards({ kpis, question, compare }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const where = filtersText(question.where);
  const members = membersOf(kpis);
  const asked = { ...question, kpis: members.map(({ id }) => id), compare };
  const trend = useQuery({
    ...monthsQuestion(asked, language),
    placeholderData: keepPreviousData,
  });
  const month = isMonth(question.period);
  const cards = useQuery({
    ...cardsQuestion(asked, language),
    ...(month && { enabled: false }),
    placeholderData: keepPreviousData,
  });
  const answer = month ? trend : cards;
  const { data, error } = answer;
  if (error && !(error instanceof LostServer)) return <Problem error={error} retry={() => void answer.refetch()} />;
  const months = (id: string) => trend.data?.rows.filter((one) => one.kpi === id) ?? [];
  const rowOf = (id: string) => data?.rows.findLast((one) => one.kpi === id);
  const silent = trend.data ? silentKpis(members, rowOf, months) : [];
  const quiet = new Set(silent.flatMap(({ members }) => members.map(({ id }) => id)));
  const group = (title: string, members: readonly KpiInfo[]) =>
    members.length > 0 && (
      <section className={styles.group}>
        <h2>{title}</h2>
        <div className={styles.cards}>
          {members.map((kpi) => {
            if (!data || !trend.data) return <Skeleton key={kpi.id} className={styles.placeholder} radius={12} />;
            const row = rowOf(kpi.id);
            return row && <KpiCard key={kpi.id} kpi={kpi} row={row} trend={months(kpi.id)} board="cmo" where={where} />;
          })}
        </div>
      </section>
    );
  const spoken = (members: readonly KpiInfo[]) => members.filter(({ id }) => !quiet.has(id));
  return (
    <div data-section="kpis" data-old={answer.isPlaceholderData} aria-busy={!data}>
      {group(t("channel.own"), spoken(kpis.own))}
      {group(t("channel.shared"), spoken(kpis.shared))}
      {silent.length > 0 && (
        <details className={`${shared.details} ${styles.group}`} data-section="silent">
          <summary>{t("channel.empty", { count: quiet.size })}</summary>
          <ul>
            {silent.map(({ reason, members }) => (
              <li key={reason} data-silent={members.map(({ id }) => id).join(" ")}>
                {t("channel.of", {
                  reason: reason === "" ? t("channel.zero") : reason.replace(/[.。]$/, ""),
                  names: members.map(({ name }) => name[language]).join(t("board.list_join")),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
