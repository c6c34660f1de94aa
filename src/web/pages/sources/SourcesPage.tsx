import { Button } from "@mantine/core";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import frame from "../../app/app-frame.module.css";
import { queries } from "../../app/queries.ts";
import { useTitle } from "../../app/use-title.ts";
import { addFiles, loadReady, queuedFiles, watchQueue } from "../../uploads/upload-queue.ts";
import { Loaded } from "./Loaded.tsx";
import { Quarantine } from "./Quarantine.tsx";
import { QueuedItem } from "./QueuedItem.tsx";
import styles from "./sources.module.css";

/** Exports in, read before they count; what is loaded, and what waits to be mended. */
export function SourcesPage() {
  const { t } = useTranslation();
  const queue = useSyncExternalStore(watchQueue, queuedFiles);
  const input = useRef<HTMLInputElement>(null);
  useTitle(t("sources.title"));
  const ready = queue.filter((item) => item.phase === "ready").length;
  const done = queue.filter((item) => item.phase === "done").length;
  const busy = queue.some((item) => item.phase === "loading");
  useEffect(() => {
    if (done > 0) void queries.invalidateQueries();
  }, [done]);
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
          {ready > 0 && (
            <Button disabled={busy} onClick={() => void loadReady()}>
              {ready === 1 ? t("sources.load_one") : t("sources.load", { count: ready })}
            </Button>
          )}
        </section>
      )}
      <Loaded />
      <Quarantine />
    </>
  );
}
