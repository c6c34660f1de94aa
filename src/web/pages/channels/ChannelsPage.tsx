import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { type AnswerRow, api, LostServer } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { usePeriod } from "../../app/use-period.ts";
import { useTitle } from "../../app/use-title.ts";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import { channelTable, shareOf } from "./channel-table.ts";
import styles from "./channels.module.css";

/** What is compared between channels: cost, what came of it, and the price of each. */
const KPIS = ["marketing_cost", "sessions", "leads", "mqls", "sqls", "sourced_revenue", "cpl", "cost_per_sql", "mroi"];

/** Channels side by side, from one question. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const channelName = useDimensionValue();
  const { compare = "previous" } = useSearch({ strict: false });
  const period = usePeriod();
  useTitle(t("channels.title"));
  const catalogue = useQuery({ queryKey: ["kpis"], queryFn: api.kpis });
  const shown = KPIS.filter((id) => catalogue.data?.some((kpi) => kpi.id === id));
  const query = useQuery({
    queryKey: ["channels", period, format.language, shown],
    queryFn: () => api.ask({ kpis: shown, period, by: ["channel"] }, format.language),
    enabled: shown.length > 0,
    placeholderData: keepPreviousData,
  });
  const kpiName = (id: string) => catalogue.data?.find((kpi) => kpi.id === id)?.name[format.language] ?? id;
  const table = query.data && channelTable(shown, query.data.rows, query.data.total);
  const columns = shown.filter((id) => !table?.refused.some((one) => one.kpi === id));
  const error = catalogue.error ?? query.error;
  const cell = (row: AnswerRow | undefined, key: string) => (
    <td key={key} className={styles.number} title={row ? (row.reason?.text ?? format.exact(row.value, row.unit)) : ""}>
      {row ? format.value(row.value, row.unit) : "–"}
      {row && row.state !== "ok" && row.value !== null && (
        <>
          <span aria-hidden="true" className={styles.unsure}>
            {" ◆"}
          </span>
          <span className="visually-hidden"> {t(`state.${row.state}`)}</span>
        </>
      )}
    </td>
  );
  const share = (part: number | null, key: string) => (
    <td key={key} className={styles.share}>
      {part === null ? (
        "–"
      ) : (
        <>
          <span className={styles.bar} style={{ width: `${Math.min(1, Math.max(0, part)) * 56}px` }} />
          {format.value(Math.round(part * 1000) / 1000, "ratio")}
        </>
      )}
    </td>
  );
  const line = (name: string, cells: Readonly<Record<string, AnswerRow>>, whole: boolean) => (
    <tr key={name} className={whole ? styles.whole : ""}>
      <th scope="row">{name}</th>
      {share(whole ? null : shareOf(cells.marketing_cost, table?.total.marketing_cost), "spend")}
      {share(whole ? null : shareOf(cells.leads, table?.total.leads), "leads-share")}
      {columns.map((id) => cell(cells[id], id))}
    </tr>
  );
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>{t("channels.title")}</h1>
          <p className={frame.subtitle}>{t("channels.intro")}</p>
        </div>
        <PeriodPicker period={period} compare={compare} />
      </header>
      {error && !(error instanceof LostServer) ? (
        <Problem error={error} retry={() => void query.refetch()} />
      ) : !table ? (
        <Skeleton height={480} radius={12} aria-busy="true" />
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
          <div className={styles.surface} tabIndex={0} data-section="channels" data-old={query.isPlaceholderData}>
            <table className={styles.table}>
              <caption className="visually-hidden">{t("channels.caption")}</caption>
              <thead>
                <tr>
                  <th scope="col">{t("kpi.channel")}</th>
                  <th scope="col" className={styles.left}>
                    {t("channels.spend_share")}
                  </th>
                  <th scope="col" className={styles.left}>
                    {t("channels.lead_share")}
                  </th>
                  {columns.map((id) => (
                    <th key={id} scope="col">
                      <Link to="/kpis/$kpi" params={{ kpi: id }} search={carried} className={styles.kpi}>
                        {kpiName(id)}
                      </Link>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.lines.map(({ channel, cells }) => line(channelName("channel", channel), cells, false))}
                {line(t("kpi.all_channels"), table.total, true)}
              </tbody>
            </table>
          </div>
          <ul className={styles.notes} data-old={query.isPlaceholderData}>
            {table.refused.map(({ kpi, reason }) => (
              <li key={kpi}>{t("channels.refused", { name: kpiName(kpi), reason })}</li>
            ))}
            {query.data?.notes.map((note) => (
              <li key={note.text}>{note.text}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
