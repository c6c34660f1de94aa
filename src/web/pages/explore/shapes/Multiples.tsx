import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "../explore.module.css";
import type { Words } from "../use-explore.ts";

/** One chart a KPI, side by side where there are several, each named above. */
export function Multiples({
  kpis,
  words,
  draw,
}: {
  readonly kpis: readonly string[];
  readonly words: Words;
  readonly draw: (kpi: string) => ReactNode;
}) {
  return (
    <div className={styles.multiples} data-count={Math.min(2, kpis.length)}>
      {kpis.map((kpi) => (
        <figure key={kpi} className={styles.multiple}>
          {kpis.length > 1 && <figcaption data-caption>{words.kpi(kpi)}</figcaption>}
          {draw(kpi)}
        </figure>
      ))}
    </div>
  );
}

/** How many are in the table alone. */
export function More({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  return count > 0 ? <p className={styles.soft}>{t("explore.more_in_table", { count })}</p> : null;
}
