import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { catalogueQuestion } from "../../app/catalogue-question.ts";
import { carried } from "../../app/search.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { useTitle } from "../../app/use-title.ts";
import { Below } from "../../components/Below.tsx";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "../channels/channels.module.css";
import { useChange } from "../channels/use-change.ts";
import { useComparison, useSentence } from "../channels/use-comparison.ts";
import { Choice } from "../funnel/Choice.tsx";
import { trendQuestion } from "../kpi/kpi-questions.ts";
import { TrendSection } from "../kpi/TrendSection.tsx";
import { ChannelCards } from "./ChannelCards.tsx";
import { ChannelFunnel } from "./ChannelFunnel.tsx";
import own from "./channel.module.css";
import {
  channelFunnelQuestion,
  drilledKpis,
  drilledTo,
  drillQuestion,
  inChannel,
  levelOf,
  membersOf,
} from "./channel-questions.ts";
import { DrillDown } from "./DrillDown.tsx";
import { kpisOfChannel } from "./kpis-of-channel.ts";

/** One channel: what it takes and brings, its KPIs as the catalogue gives them, its funnel, its trend, what is in it. */
export function ChannelPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const told = useSentence();
  const valueName = useDimensionValue();
  const change = useChange();
  const { channel } = useParams({ from: "/channels/$channel" });
  const search = useSearch({ from: "/channels/$channel" });
  const { compare = "previous", kpi = "leads", stage = "sql" } = search;
  const period = usePeriod();
  const name = valueName("channel", channel);
  useTitle(name);
  const catalogue = useQuery(catalogueQuestion);
  const comparison = useComparison(period, stage);
  const row = comparison.data?.rows.find((one) => one.name === channel);
  const names = comparison.data?.rows.map((one) => one.name) ?? [];
  const belonging = kpisOfChannel(catalogue.data ?? [], channel);
  const all = membersOf(belonging);
  const chosen = all.find(({ id }) => id === kpi) ?? all[0];
  const question = inChannel(channel, period);
  const trend = chosen && { ...question, kpis: [chosen.id] };
  const { language } = format;
  const drill = drillQuestion(drilledTo(channel, search), levelOf(search), {
    kpis: drilledKpis(catalogue.data ?? []),
    period,
    language,
  });
  const failed = [comparison, catalogue].find(({ error }) => error && !(error instanceof LostServer));
  const to = comparison.data?.question.to;
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <Link to="/channels" search={carried} className={own.back}>
            ← {t("channel.all")}
          </Link>
          <h1 className={frame.title}>{name}</h1>
          {row?.sentence && <p className={frame.subtitle}>{told(row.sentence, names)}</p>}
          {row?.pair && <p className={frame.subtitle}>{told(row.pair.sentence, names)}</p>}
        </div>
        <PeriodPicker period={period} compare={compare} />
      </header>
      {failed?.error && <Problem error={failed.error} retry={() => void failed.refetch()} />}
      {comparison.data && !comparison.isPlaceholderData && !row && (
        <section className={styles.section} data-section="unknown">
          <h2>{t("channel.unknown", { name })}</h2>
          <p>{t("channel.unknown_text")}</p>
        </section>
      )}
      {!catalogue.data || !comparison.data ? (
        <>
          <Skeleton height={360} radius={12} mb={20} aria-busy="true" />
          <Skeleton height={640} radius={12} />
        </>
      ) : (
        <>
          <ChannelCards kpis={belonging} question={question} compare={compare} />
          <Below asks={channelFunnelQuestion(channel, { period, compare, language }).queryKey} height={640}>
            <ChannelFunnel channel={channel} period={period} compare={compare} />
          </Below>
          {chosen && trend && to && (
            <Below asks={trendQuestion(trend, language).queryKey} height={430}>
              <div className={styles.row}>
                <Choice
                  label={t("channel.trend")}
                  value={chosen.id}
                  choices={all.map((one) => ({ id: one.id, name: one.name[language] }))}
                  choose={(id) => change({ kpi: id === "leads" ? undefined : id })}
                />
              </div>
              <TrendSection key={chosen.id} kpi={chosen} question={trend} to={to} />
            </Below>
          )}
          <Below asks={drill.queryKey} height={320}>
            <DrillDown channel={channel} period={period} />
          </Below>
        </>
      )}
    </>
  );
}
