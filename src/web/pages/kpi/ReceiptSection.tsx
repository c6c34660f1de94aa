import { Button, Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, type Receipt } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import styles from "./kpi.module.css";

function download(receipt: Receipt) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(receipt, null, 2)], { type: "application/json" }));
  link.download = `receipt-${receipt.kpi}-${receipt.question.period}.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The proof of the number: measures, exclusions, files, SQL. */
export function ReceiptSection({ kpi, period }: { readonly kpi: string; readonly period: string }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const query = useQuery({
    queryKey: ["receipt", kpi, period, language],
    queryFn: () => api.receipt({ kpis: [kpi], period }, language),
  });
  const receipt = query.data;
  return (
    <section className={styles.section} data-section="receipt">
      <h2>{t("kpi.receipt")}</h2>
      <p className={styles.soft}>{t("kpi.receipt_intro")}</p>
      {query.error && <Problem error={query.error} retry={() => void query.refetch()} />}
      {!receipt && !query.error && <Skeleton height={160} />}
      {receipt && (
        <>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("kpi.measures")}</th>
                <th scope="col" className={styles.number}>
                  {t("kpi.value")}
                </th>
              </tr>
            </thead>
            <tbody>
              {receipt.answers[0]?.measures.map((measure) => (
                <tr key={measure.measure}>
                  <td>
                    {measure.measure} <span className={styles.soft}>{t("kpi.rows", { count: measure.rows })}</span>
                  </td>
                  <td className={styles.number}>{measure.value ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {receipt.exclusions.length > 0 && (
            <table className={styles.table}>
              <thead>
                <tr>
                  <th scope="col">{t("kpi.exclusions")}</th>
                  <td />
                </tr>
              </thead>
              <tbody>
                {receipt.exclusions.map((one) => (
                  <tr key={one.rule}>
                    <td>{one.rule}</td>
                    <td className={styles.number}>{t("kpi.rows", { count: one.rows })}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <details>
            <summary>
              {t("kpi.loads")} ({receipt.loads.length})
            </summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <div className={styles.scroll} tabIndex={0}>
              <table className={styles.table}>
                <tbody>
                  {receipt.loads.map((load) => (
                    <tr key={load.load_id}>
                      <td>{load.file}</td>
                      <td className={styles.number}>{t("kpi.rows", { count: load.rows })}</td>
                      <td className={styles.soft}>{load.sha256.slice(0, 12)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
          <details>
            <summary>{t("kpi.sql")}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard */}
            <pre className={styles.code} tabIndex={0}>
              {receipt.sql}
            </pre>
          </details>
          <p className={styles.soft}>
            {receipt.definition.id}@{receipt.definition.version} · {receipt.definition.hash.slice(0, 12)} ·{" "}
            {receipt.engine}
          </p>
          <Button variant="default" size="xs" onClick={() => download(receipt)}>
            {t("kpi.download")}
          </Button>
        </>
      )}
    </section>
  );
}
