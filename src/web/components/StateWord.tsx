import { useTranslation } from "react-i18next";
import type { AnswerRow } from "../api/client.ts";
import styles from "./state-word.module.css";

/** Why a value is not to be judged yet, or not there: amber, with a shape and a word. Nothing for a value that stands. */
export function StateWord({ row }: { readonly row: Pick<AnswerRow, "state" | "reason"> }) {
  const { t } = useTranslation();
  if (row.state === "ok") return null;
  return (
    <span className={styles.state} title={row.reason?.text}>
      <span aria-hidden="true">◆ </span>
      {t(`state.${row.state}`)}
    </span>
  );
}
