import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, type Scorecard } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { defaultPeriod } from "../../app/default-period.ts";
import { useFormat } from "../../app/use-format.ts";
import { useWorkspace } from "../../app/workspace-context.ts";
import { KpiCard } from "../../components/KpiCard.tsx";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "./board.module.css";

function Cards({ scorecard }: { readonly scorecard: Scorecard }) {
  const format = useFormat();
  return (
    <>
      {scorecard.board.groups.map((group) => (
        <section key={group.name.en} className={styles.group}>
          <h2 className={styles.groupName}>{group.name[format.language]}</h2>
          <div className={styles.cards}>
            {group.kpis.map((id) => {
              const kpi = scorecard.kpis[id];
              const row = scorecard.rows.find((one) => one.kpi === id);
              if (!kpi || !row) return null;
              const trend = scorecard.trend?.rows.filter((one) => one.kpi === id) ?? [];
              return <KpiCard key={id} kpi={kpi} row={row} trend={trend} />;
            })}
          </div>
        </section>
      ))}
    </>
  );
}

function Loading() {
  return (
    <div className={styles.cards} aria-busy="true">
      {Array.from({ length: 10 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no identity
        <Skeleton key={i} height={188} radius={12} />
      ))}
    </div>
  );
}

/** A board: its KPIs in groups, one request for all of them. */
export function BoardPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const workspace = useWorkspace();
  const search = useSearch({ strict: false });
  const { board = "cmo" } = useParams({ strict: false });
  const period = search.period ?? defaultPeriod(workspace.today, workspace.covered.to);
  const compare = search.compare ?? "previous";
  const query = useQuery({
    queryKey: ["scorecard", board, period, compare, format.language],
    queryFn: () => api.scorecard(board, { period, compare, trend: "1", lang: format.language }),
    placeholderData: keepPreviousData,
  });
  const name = query.data?.board.name ?? workspace.boards.find((one) => one.id === board)?.name;
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>
            {workspace.name}
            {name && ` · ${name[format.language]}`}
          </h1>
          {workspace.covered.to && (
            <p className={frame.subtitle}>{t("data", { day: format.day(workspace.covered.to) })}</p>
          )}
        </div>
        <PeriodPicker period={period} compare={compare} />
      </header>
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {workspace.covered.to === null ? (
        <section>
          <h2 className={styles.groupName}>{t("empty.title")}</h2>
          <p>{t("empty.text")}</p>
        </section>
      ) : query.data ? (
        <div style={{ opacity: query.isPlaceholderData ? 0.55 : 1 }} aria-busy={query.isPlaceholderData}>
          <Cards scorecard={query.data} />
          {query.data.notes.length > 0 && (
            <ul className={styles.notes} aria-label={t("notes")}>
              {query.data.notes.map((note) => (
                <li key={note.text}>{note.text}</li>
              ))}
            </ul>
          )}
        </div>
      ) : (
        !query.error && <Loading />
      )}
    </>
  );
}
