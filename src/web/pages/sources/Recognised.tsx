import { useTranslation } from "react-i18next";
import { useFormat } from "../../app/use-format.ts";
import styles from "./sources.module.css";
import { usePresets } from "./use-presets.ts";

/** Tables of a warehouse and taps are not dropped on a page. */
const COMES_OTHERWISE = /^(fivetran|singer)_/;

/** The systems whose files are recognised, and how to export from each; open while nothing is loaded. */
export function Recognised({ open }: { readonly open: boolean }) {
  const { t } = useTranslation();
  const { language } = useFormat();
  const presets = usePresets();
  if (!presets) return null;
  const dropped = presets.filter(({ id }) => !COMES_OTHERWISE.test(id));
  return (
    <section className={styles.section} data-section="recognised">
      <h2>{t("sources.recognised")}</h2>
      <details open={open}>
        <summary>{t("sources.recognised_count", { count: dropped.length })}</summary>
        <p className={styles.soft}>{t("sources.recognised_text")}</p>
        <ul className={styles.systems}>
          {dropped
            .toSorted((a, b) => a.name[language].localeCompare(b.name[language], language))
            .map(({ id, name, export_guide: guide }) => (
              <li key={id}>
                <details>
                  <summary>{name[language]}</summary>
                  <p className={styles.soft}>{guide[language]}</p>
                </details>
              </li>
            ))}
        </ul>
      </details>
    </section>
  );
}
