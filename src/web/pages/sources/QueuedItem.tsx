import { Button, CloseButton, Progress } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { carried } from "../../app/search.ts";
import { type QueuedFile, removeFile, sendFile } from "../../uploads/upload-queue.ts";
import { FilePreview } from "./FilePreview.tsx";
import { FileQuestion } from "./FileQuestion.tsx";
import styles from "./sources.module.css";

const WORKING: readonly QueuedFile["phase"][] = ["uploading", "reading", "loading", "lost"];

/** What is wrong with a file is so however often it is sent. */
const isAboutFile = (code = "") => /^(?:file|load|preset)\./.test(code);

/** One dropped file: how far it is, what it was recognised as, what is asked, what will not load and why. */
export function QueuedItem({ item }: { readonly item: QueuedFile }) {
  const { t } = useTranslation();
  const { phase, problem, share, step } = item;
  const known = phase === "done" && item.file?.status === "unchanged";
  const working = WORKING.includes(phase);
  const waiting = phase === "reading" || phase === "lost" || (phase === "loading" && share === 0);
  return (
    <li className={styles.item} data-phase={phase} data-after={item.after ?? undefined}>
      <div className={styles.line}>
        <b className={styles.name} lang="">
          {item.name}
        </b>
        {item.archive && (
          <span className={styles.soft} data-archive>
            {t("sources.in_archive", { archive: item.archive })}
          </span>
        )}
        <span className={`${styles.phase} ${styles[phase] ?? ""}`} role="status">
          {t(known ? "sources.known" : `sources.phase.${phase}`)}
          {phase === "loading" && step && ` · ${t(`sources.step.${step}` as never)}`}
          {(phase === "loading" || phase === "uploading") && share > 0 && ` · ${Math.floor(share * 100)} %`}
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
        <Progress.Root size="sm">
          <Progress.Section
            value={waiting ? 100 : share * 100}
            animated={waiting}
            striped={waiting}
            aria-label={t("sources.progress", { name: item.name })}
          />
        </Progress.Root>
      )}
      {item.after && (
        <p className={item.after === "loaded" ? styles.found : styles.problem} data-found>
          {t(`sources.after.${item.after}`)}
        </p>
      )}
      {known && !item.after && <p className={styles.found}>{t("sources.unchanged")}</p>}
      {problem && phase !== "asking" && (
        <p className={styles.problem}>
          {problem.code === "lost"
            ? t("sources.upload_lost")
            : [problem.detail, problem.remedy].join(problem.detail.endsWith("。") ? "" : " ")}
        </p>
      )}
      {problem && phase === "asking" && <FileQuestion item={item} problem={problem} />}
      {phase === "failed" && item.again && !isAboutFile(problem?.code) && (
        <Button size="compact-sm" variant="default" mt={8} onClick={() => void sendFile(item.id)}>
          {t("sources.send_again")}
        </Button>
      )}
      {item.file && <FilePreview file={item.file} done={phase === "done"} replaced={item.replaced} />}
      {(phase === "ready" || known) && item.upload && item.file && (
        <Link
          to="/sources/mapping"
          search={(before) => ({ ...carried(before), upload: item.upload ?? "", preset: item.file?.preset ?? "" })}
          className={styles.adjust}
        >
          {t("sources.adjust")}
        </Link>
      )}
    </li>
  );
}
