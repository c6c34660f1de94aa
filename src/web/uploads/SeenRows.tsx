import { useTranslation } from "react-i18next";
import styles from "./seen-rows.module.css";
import { seenValue } from "./seen-value.ts";
import type { SeenRow } from "./uploads-api.ts";

interface Props {
  readonly header: readonly string[];
  readonly rows: readonly SeenRow[];
  readonly label: string;
}

/** Rows as they stand in the file, the wrong cell marked, with the reason below it. */
export function SeenRows({ header, rows, label }: Props) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("sources.line")}</th>
            {header.map((title, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same title
              <th key={place} scope="col" lang="">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line} data-verdict={row.verdict}>
              <th scope="row" className="number">
                {row.line}
                {row.reason !== "" && row.column === "" && <span className={styles.reason}>{row.reason}</span>}
              </th>
              {header.map((title, place) => {
                const wrong = row.column !== "" && row.column === title;
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same title
                  <td key={place} data-wrong={wrong || undefined} lang="">
                    {seenValue(row.cells[place] ?? "") || (wrong ? "–" : "")}
                    {wrong && <span className={styles.reason}>{row.reason}</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
