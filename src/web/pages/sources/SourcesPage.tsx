import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import frame from "../../app/app-frame.module.css";
import { queries } from "../../app/queries.ts";
import { carried } from "../../app/search.ts";
import { useTitle } from "../../app/use-title.ts";
import { addFiles, loadReady, queuedFiles, watchQueue } from "../../uploads/upload-queue.ts";
import { Calendar } from "./Calendar.tsx";
import { Loaded } from "./Loaded.tsx";
import { NextStep } from "./NextStep.tsx";
import { Quarantine } from "./Quarantine.tsx";
import { QueuedItem } from "./QueuedItem.tsx";
import { Recognised } from "./Recognised.tsx";
import styles from "./sources.module.css";

/** Files whose mapping was opened by itself; coming back from it does not open it again. */
const opened = new Set<number>();

/** Exports in, read before they count; what is loaded, how fresh it is, and what waits to be mended. */
export function SourcesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queue = useSyncExternalStore(watchQueue, queuedFiles);
  const input = useRef<HTMLInputElement>(null);
  const sources = useQuery({ queryKey: ["sources"], queryFn: api.sources });
  useTitle(t("sources.title"));
  const ready = queue.filter((item) => item.phase === "ready").length;
  const loaded = queue.flatMap(({ phase, file }) => (phase === "done" && file ? [file] : []));
  const done = loaded.length;
  const busy = queue.some((item) => item.phase === "loading" || item.phase === "lost");
  useEffect(() => {
    if (done > 0) void queries.invalidateQueries();
  }, [done]);
  const [only] = queue.length === 1 ? queue : [];
  const unknown = only?.phase === "asking" && only.problem?.code === "file.unknown" ? only : undefined;
  useEffect(() => {
    if (!unknown?.upload || opened.has(unknown.id)) return;
    opened.add(unknown.id);
    const { upload } = unknown;
    void navigate({ to: "/sources/mapping", search: (before) => ({ ...carried(before), upload }) });
  }, [unknown, navigate]);
  return (
    <>
      <header className={frame.header}>
        <div className={frame.grow}>
          <h1 className={frame.title}>{t("sources.title")}</h1>
          <p className={frame.subtitle}>{t("sources.intro")}</p>
        </div>
      </header>
      <section className={styles.drop}>
        <span>{t("sources.drop")}</span>
        <Button variant={ready > 0 ? "default" : "filled"} onClick={() => input.current?.click()}>
          {t("sources.choose")}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={t("sources.choose")}
          onChange={(event) => {
            void addFiles([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
        />
      </section>
      {queue.length > 0 && (
        <section className={styles.queue} data-section="queue">
          <ul className={styles.items}>
            {queue.map((item) => (
              <QueuedItem key={item.id} item={item} />
            ))}
          </ul>
          {ready === 0 && loaded.length > 0 && !busy && <NextStep files={loaded} />}
          {ready > 0 && (
            <Button disabled={busy} onClick={() => void loadReady()}>
              {ready === 1 ? t("sources.load_one") : t("sources.load", { count: ready })}
            </Button>
          )}
        </section>
      )}
      {sources.isPending && <Skeleton height={640} radius={12} mb={20} aria-busy="true" />}
      {sources.data && sources.data.sources.length > 0 && <Calendar sources={sources.data.sources} />}
      {(sources.data?.sources.length ?? 0) > 0 && <Quarantine />}
      {!sources.isPending && <Loaded />}
      {sources.data && <Recognised open={sources.data.sources.length === 0} />}
    </>
  );
}
