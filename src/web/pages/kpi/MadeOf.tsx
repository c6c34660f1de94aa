import { Skeleton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { LostServer, type QuestionBody } from "../../api/client.ts";
import { FormulaTree } from "../../charts/tree/FormulaTree.tsx";
import { Problem } from "../../components/Problem.tsx";
import styles from "./kpi.module.css";
import { useReceipt } from "./use-receipt.ts";

/** What is in this number: its formula with the value of each part, to click through. */
export function MadeOf({ question }: { readonly question: QuestionBody }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useReceipt(question);
  const failed = error && !(error instanceof LostServer);
  return (
    <section className={styles.section} data-section="parts">
      <h2>{t("tree.title")}</h2>
      {failed && <Problem error={error} retry={() => void refetch()} />}
      {!data && !failed && <Skeleton height={160} aria-busy="true" />}
      {data &&
        (data.parts ? (
          <FormulaTree part={data.parts} />
        ) : (
          <p className={styles.soft}>{data.answers[0]?.reason?.text}</p>
        ))}
    </section>
  );
}
