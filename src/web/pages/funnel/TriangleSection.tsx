import { Skeleton } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { LostServer } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { CohortTriangle } from "../../charts/cohort/CohortTriangle.tsx";
import { DataActions } from "../../components/export/DataActions.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Choice } from "./Choice.tsx";
import styles from "./funnel.module.css";
import { cohortsQuestion } from "./funnel-questions.ts";
import type { FunnelSearch } from "./funnel-search.ts";
import type { CohortsAnswer, ReachedId } from "./funnel-types.ts";

interface Props {
  /** The twelve months end with it. */
  readonly period: string;
  readonly where: readonly string[];
  readonly name: string;
  readonly search: FunnelSearch;
}

/** Twelve months of entries and what became of them, from any stage to any later one. */
export function TriangleSection({ period, where, name, search }: Props) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const navigate = useNavigate();
  const section = useRef<HTMLElement>(null);
  const query = useQuery({
    ...cohortsQuestion({ search, period, language }, where),
    placeholderData: keepPreviousData,
  });
  const { data } = query;
  const set = (pair: { readonly from: string; readonly to: string }) =>
    void navigate({ to: ".", search: (before) => ({ ...before, ...pair }), resetScroll: false });
  const stageName = (stage: ReachedId) => t(`funnel.stage.${stage}`);
  const question = ({ pair }: CohortsAnswer) =>
    `${t("funnel.triangle_question", { from: stageName(pair.from), to: stageName(pair.to) })} · ${name}`;
  return (
    <section ref={section} className={styles.section} data-section="triangle">
      <div className={styles.head}>
        <h2>{t("funnel.triangle")}</h2>
        {data && <Pickers data={data} set={set} stageName={stageName} />}
        <DataActions
          file={`cohorts-${data?.pair.kpi ?? ""}`}
          title={data ? question(data) : ""}
          rows={data ? cellsOf(data) : []}
          answer={data}
          picture={section}
        />
      </div>
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {data ? (
        <div className={styles.all} data-old={query.isPlaceholderData}>
          <p className={styles.soft}>{question(data)}</p>
          <CohortTriangle cohorts={data} />
        </div>
      ) : (
        !query.error && <Skeleton height={470} />
      )}
    </section>
  );
}

interface PickersProps {
  readonly data: CohortsAnswer;
  readonly set: (pair: { readonly from: string; readonly to: string }) => void;
  readonly stageName: (stage: ReachedId) => string;
}

function Pickers({ data, set, stageName }: PickersProps) {
  const { t } = useTranslation();
  const { pair, pairs } = data;
  const after = (from: string) => pairs.filter((one) => one.from === from).map((one) => one.to);
  const choices = (stages: readonly ReachedId[]) => [...new Set(stages)].map((id) => ({ id, name: stageName(id) }));
  return (
    <span className={styles.pickers}>
      <Choice
        label={t("funnel.from")}
        value={pair.from}
        choices={choices(pairs.map((one) => one.from))}
        choose={(from) => {
          const open = after(from);
          set({ from, to: open.find((one) => one === pair.to) ?? open[0] ?? "" });
        }}
      />
      <Choice
        label={t("funnel.to")}
        value={pair.to}
        choices={choices(after(pair.from))}
        choose={(to) => set({ from: pair.from, to })}
      />
    </span>
  );
}

/** Each cell as a row of its own, told apart by its window. */
const cellsOf = ({ lines }: CohortsAnswer) =>
  lines.flatMap(({ cells }) =>
    cells.map((cell) => ({ ...cell, by: { window_days: `${cell.cohort?.window_days ?? ""}` } })),
  );
