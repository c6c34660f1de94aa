import { CloseButton, Progress } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LoadedFile } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { type QueuedFile, removeFile } from "../../uploads/upload-queue.ts";
import styles from "./sources.module.css";

/** One dropped file: how far it is, what it was recognised as, what will not load and why. */
export function QueuedItem({ item }: { readonly item: QueuedFile }) {
  const { t } = useTranslation();
  const working = item.phase === "uploading" || item.phase === "reading" || item.phase === "loading";
  return (
    <li className={styles.item} data-phase={item.phase}>
      <div className={styles.line}>
        <b className={styles.name}>{item.name}</b>
        <span className={`${styles.phase} ${styles[item.phase] ?? ""}`} role="status">
          {t(`sources.phase.${item.phase}`)}
          {item.phase === "loading" && item.step && ` · ${t(`sources.step.${item.step}`)}`}
          {item.phase === "done" && item.file?.status === "unchanged" && ` · ${t("sources.unchanged")}`}
        </span>
        {!working && (
          <CloseButton
            aria-label={t("sources.remove", { name: item.name })}
            onClick={() => removeFile(item.id)}
            size="md"
          />
        )}
      </div>
      {working && (
        <Progress
          value={item.phase === "reading" ? 100 : item.share * 100}
          animated={item.phase === "reading"}
          size="sm"
          aria-label={item.name}
        />
      )}
      {item.problem && (
        <p className={styles.problem}>
          {item.problem.detail} {item.problem.remedy}
        </p>
      )}
      {item.file && <Preview file={item.file} />}
    </li>
  );
}

function Preview({ file }: { readonly file: LoadedFile }) {
  const { t } = useTranslation();
  const format = useFormat();
  const totals = Object.entries(file.totals_checked);
  const differing = totals.filter(([, { equal }]) => !equal).map(([name]) => name);
  return (
    <>
      <dl className={styles.facts}>
        <dt>{t("sources.preset")}</dt>
        <dd>
          <code>{file.preset}</code>
        </dd>
        {file.period && (
          <>
            <dt>{t("sources.period")}</dt>
            <dd>{t("sources.covers", { from: format.day(file.period.from), to: format.day(file.period.to) })}</dd>
          </>
        )}
        <dt>{t("sources.encoding")}</dt>
        <dd>
          <code>{file.encoding}</code>
        </dd>
        <dt>{t("sources.rows")}</dt>
        <dd>
          {t("sources.split", {
            read: format.whole(file.rows_read),
            loaded: format.whole(file.rows_loaded),
            quarantined: format.whole(file.rows_quarantined),
            skipped: format.whole(file.rows_skipped),
          })}
        </dd>
        {totals.length > 0 && (
          <>
            <dt>{t("sources.totals")}</dt>
            <dd>
              {differing.length === 0
                ? t("sources.totals_equal")
                : t("sources.totals_differ", { names: differing.join(", ") })}
            </dd>
          </>
        )}
      </dl>
      <ul className={styles.notices}>
        {Object.entries(file.skipped).map(([reason, count]) => (
          <li key={reason}>{t("sources.skipped", { reason, count: format.whole(count) as never })}</li>
        ))}
        {Object.entries(file.quarantined).map(([reason, count]) => (
          <li key={reason}>{t("sources.quarantined", { reason, count: format.whole(count) as never })}</li>
        ))}
        {file.notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </>
  );
}
