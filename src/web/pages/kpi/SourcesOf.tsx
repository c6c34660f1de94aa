import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { LostServer, type QuestionBody } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "./kpi.module.css";
import { sourcesOf } from "./sources-of.ts";
import { useReceipt } from "./use-receipt.ts";

/** So many stand open; a number may rest on twenty. */
const FIRST = 6;

/** On which sources the number rests, which days they cover and when they were loaded. */
export function SourcesOf({ question }: { readonly question: QuestionBody }) {
  const { t } = useTranslation();
  const { data, error } = useReceipt(question);
  const sources = data ? sourcesOf(data.loads) : [];
  // A source of single records may have none on the last days; only where the number itself is not whole does it matter.
  const end = data?.answers.some(({ state }) => state === "incomplete") ? data.question.to : "";
  return (
    <section className={styles.section} data-section="sources">
      <div className={styles.head}>
        <h2>{t("kpi.sources")}</h2>
        <Link to="/sources" search={carried} className={`${frame.link} ${styles.soft}`}>
          {t("kpi.sources_all")}
        </Link>
      </div>
      {!data && !(error && !(error instanceof LostServer)) && <Skeleton height={80} aria-busy="true" />}
      {data && sources.length === 0 && <p className={styles.soft}>{t("kpi.sources_none")}</p>}
      <SourceList sources={sources.slice(0, FIRST)} end={end} />
      {sources.length > FIRST && (
        <details className={styles.details}>
          <summary>{t("kpi.sources_more", { count: sources.length - FIRST })}</summary>
          <SourceList sources={sources.slice(FIRST)} end={end} />
        </details>
      )}
    </section>
  );
}

function SourceList({ sources, end }: { readonly sources: ReturnType<typeof sourcesOf>; readonly end: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={styles.sources}>
      {sources.map((source) => (
        <li key={source.connection}>
          <b lang="en">{source.connection}</b>{" "}
          <span className={styles.soft}>
            {source.from && source.to
              ? t("kpi.covers", { from: format.day(source.from), to: format.day(source.to) })
              : t("kpi.covers_undated")}
            {" · "}
            {t(source.files === 1 ? "kpi.file_one" : "kpi.files", { count: source.files })}
            {" · "}
            {t("kpi.loaded_on", { day: format.day(source.loadedAt.slice(0, 10)) })}
            {source.to && source.to < end && (
              <span className={styles.unsure}>
                <span aria-hidden="true"> ◆ </span>
                {t("kpi.ends_before")}
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
