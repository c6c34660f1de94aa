import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, type Load, LostServer } from "../../api/client.ts";
import { queries } from "../../app/queries.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import styles from "./sources.module.css";

/** What is loaded, by source, with every load and the way to take it back. */
export function Loaded() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({ queryKey: ["sources"], queryFn: api.sources });
  return (
    <section className={styles.section} data-section="loaded">
      <h2>{t("sources.loaded")}</h2>
      {query.error && !(query.error instanceof LostServer) && (
        <Problem error={query.error} retry={() => void query.refetch()} />
      )}
      {!query.data && !query.error && <Skeleton height={200} radius={12} />}
      {query.data?.sources.length === 0 && <p className={styles.soft}>{t("sources.none")}</p>}
      <ul className={styles.list}>
        {query.data?.sources.map((source) => (
          <li key={`${source.system}/${source.connection}`} className={styles.entry}>
            <div className={styles.line}>
              <code className={styles.name}>{source.connection}</code>
              <span className={styles.soft}>
                {t(source.rows === 1 ? "kpi.row_one" : "kpi.rows", { count: format.whole(source.rows) as never })}
              </span>
              {source.from && source.to && (
                <span className={styles.soft}>
                  {t("sources.covers", { from: format.day(source.from), to: format.day(source.to) })}
                </span>
              )}
              {source.fresh_at && (
                <span className={styles.soft}>
                  {t("sources.fresh", { day: format.day(source.fresh_at.slice(0, 10)) })}
                </span>
              )}
            </div>
            <details>
              <summary>{t("sources.loads", { count: source.loads.length })}</summary>
              <ul className={styles.loads}>
                {source.loads.map((load) => (
                  <LoadLine key={load.load_id} load={load} />
                ))}
              </ul>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function LoadLine({ load }: { readonly load: Load }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [asked, setAsked] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const takeBack = async () => {
    setAsked(false);
    try {
      await api.revert(load.load_id);
      await queries.invalidateQueries();
    } catch (failure) {
      setError(failure instanceof Error ? failure : new Error(String(failure)));
    }
  };
  return (
    <li className={styles.line} data-load={load.load_id}>
      <span className={styles.name}>{load.file}</span>
      <span className={styles.soft}>
        {t(load.rows_loaded === 1 ? "kpi.row_one" : "kpi.rows", { count: format.whole(load.rows_loaded) as never })}
      </span>
      {load.from && load.to && (
        <span className={styles.soft}>
          {t("sources.covers", { from: format.day(load.from), to: format.day(load.to) })}
        </span>
      )}
      <span className={styles.soft}>{t("sources.fresh", { day: format.day(load.committed_at.slice(0, 10)) })}</span>
      <span className={styles.soft}>{t(`sources.status.${load.status}`)}</span>
      {load.status !== "reverted" &&
        (asked ? (
          <>
            <span role="status" className={styles.means}>
              {t("sources.revert_means", { count: format.whole(load.rows_loaded) as never })}
            </span>
            <Button size="compact-sm" color="orange.9" onClick={() => void takeBack()}>
              {t("sources.revert_sure")}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setAsked(false)}>
              {t("sources.keep")}
            </Button>
          </>
        ) : (
          <Button size="compact-sm" variant="subtle" onClick={() => setAsked(true)}>
            {t("sources.revert")}
          </Button>
        ))}
      {error && <Problem error={error} retry={() => void takeBack()} />}
    </li>
  );
}
