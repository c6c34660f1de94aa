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
import { useWorkspace } from "../../app/workspace-context.ts";
import { PeriodPicker } from "../../components/PeriodPicker.tsx";
import { Problem } from "../../components/Problem.tsx";
import { Breakdown } from "./Breakdown.tsx";
import { CountingMode } from "./CountingMode.tsx";
import { Definition } from "./Definition.tsx";
import { Headline } from "./Headline.tsx";
import styles from "./kpi.module.css";
import { kpiQuestion, usualDimension } from "./kpi-questions.ts";
import { questionOf } from "./kpi-search.ts";
import { MadeOf } from "./MadeOf.tsx";
import { Narrowed } from "./Narrowed.tsx";
import { ReceiptSection } from "./ReceiptSection.tsx";
import { RowsSection } from "./RowsSection.tsx";
import { SourcesOf } from "./SourcesOf.tsx";
import { TrendSection } from "./TrendSection.tsx";

/** One KPI: value, trend with what is noted on it, breakdown, definition, what it is made of, sources, receipt, rows. */
export function KpiPage() {
  const { t } = useTranslation();
  const format = useFormat();
  const valueName = useDimensionValue();
  const { kpi: id = "" } = useParams({ strict: false });
  const search = useSearch({ from: "/kpis/$kpi" });
  const { compare = "previous", board = "cmo" } = search;
  const { boards } = useWorkspace();
  const period = usePeriod();
  const kpis = useQuery(catalogueQuestion);
  const kpi = kpis.data?.find((one) => one.id === id);
  const unknown = kpis.data !== undefined && !kpi;
  const question = questionOf(id, period, search);
  const [channel] = question.where?.channel ?? [];
  const usual = usualDimension(question);
  const answer = useQuery({
    ...kpiQuestion(id, { search, period, compare, language: format.language }),
    enabled: !unknown,
  });
  const row = answer.data?.rows[0];
  const error = kpis.error ?? answer.error;
  useTitle(kpi?.name[format.language] ?? id);
  const boardName = boards.find((one) => one.id === board)?.name[format.language];
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          {channel !== undefined && !search.board ? (
            <Link to="/channels/$channel" params={{ channel }} search={carried} className={styles.back}>
              ← {valueName("channel", channel)}
            </Link>
          ) : (
            <Link
              {...(board === "cmo" ? { to: "/" as const } : { to: "/boards/$board" as const, params: { board } })}
              search={carried}
              className={styles.back}
            >
              ← {boardName ?? t("kpi.back")}
            </Link>
          )}
          <h1 className={frame.title}>{kpi?.name[format.language] ?? id}</h1>
        </div>
        <PeriodPicker period={period} compare={compare} />
      </header>
      {unknown ? (
        <p>
          {t("kpi.unknown", { id })}{" "}
          <Link to="/kpis" search={carried} className={frame.link}>
            {t("kpi.all")}
          </Link>
        </p>
      ) : error && !(error instanceof LostServer) ? (
        <Problem
          error={error}
          retry={() => {
            void kpis.refetch();
            void answer.refetch();
          }}
        />
      ) : (
        <>
          <Narrowed where={question.where ?? {}} />
          {kpi && <CountingMode kpi={kpi} search={search} />}
          {kpi && row ? (
            <Headline kpi={kpi} row={row} notes={answer.data?.notes ?? []} />
          ) : (
            <Skeleton height={68} mb={24} aria-busy="true" />
          )}
          <div className={styles.columns}>
            {kpi && row ? (
              <>
                <div>
                  <TrendSection kpi={kpi} question={question} to={row.period.to} />
                  <Breakdown kpi={kpi} question={question} by={search.by ?? usual} usual={usual} />
                  <RowsSection question={question} search={search} />
                </div>
                <div>
                  <Definition kpi={kpi} />
                  <MadeOf question={question} />
                  <SourcesOf question={question} />
                  <ReceiptSection question={question} />
                </div>
              </>
            ) : (
              <>
                <Skeleton height={360} radius={12} />
                <Skeleton height={360} radius={12} />
              </>
            )}
          </div>
        </>
      )}
    </>
  );
}
