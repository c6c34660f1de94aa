import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api } from "../../api/client.ts";
import { useFormat } from "../../app/use-format.ts";
import styles from "./sources.module.css";

const SHOWN = 100;

/** Rows that could not be read, with file, line and reason. */
export function Quarantine() {
  const { t } = useTranslation();
  const format = useFormat();
  const query = useQuery({ queryKey: ["quarantine"], queryFn: api.quarantine });
  const rows = query.data?.rows ?? [];
  if (!query.data) return null;
  return (
    <section className={styles.section} data-section="quarantine">
      <h2>{t("sources.quarantine")}</h2>
      <p className={styles.soft}>
        {rows.length === 0
          ? t("sources.quarantine_none")
          : t("sources.quarantine_some", { count: format.whole(rows.length) as never })}
      </p>
      {rows.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        <div className={styles.scroll} tabIndex={0}>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t("sources.file")}</th>
                <th scope="col">{t("sources.line")}</th>
                <th scope="col">{t("sources.column")}</th>
                <th scope="col">{t("sources.reason")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map((row) => (
                <tr key={`${row.load_id}-${row.line}-${row.column}`}>
                  <td>{row.file}</td>
                  <td className="number">{row.line}</td>
                  <td>{row.column}</td>
                  <td>{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
