import { useTranslation } from "react-i18next";
import { useDimensionValue } from "../../app/use-dimension-value.ts";
import { useFormat } from "../../app/use-format.ts";
import { Problem } from "../../components/Problem.tsx";
import { SeenRows } from "../../uploads/SeenRows.tsx";
import seen from "../../uploads/seen-rows.module.css";
import { seenValue } from "../../uploads/seen-value.ts";
import type { LoadedFile } from "../../uploads/uploads-api.ts";
import { CLOSED_LISTS, listWord } from "./closed-lists.ts";
import { fieldWords } from "./field-words.ts";
import styles from "./mapping.module.css";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  readonly fact: string;
  readonly preview: LoadedFile | null;
  readonly error: Error | null;
  /** The preview is of the mapping as it stands now. */
  readonly settled: boolean;
  readonly retry: () => void;
}

const FIRST = 6;

/** How the file reads by the mapping: counts, the first rows as they would be loaded, and those that would not. */
export function MappedPreview({ wizard, fact, preview, error, settled, retry }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const format = useFormat();
  const { missing } = wizard;
  const names = missing.map((column) => fieldWords(fact, column, language).name);
  return (
    <section className={styles.step} data-step="preview" aria-busy={!settled}>
      <h2>{t("mapping.preview")}</h2>
      {missing.length > 0 && (
        <p className={styles.wait}>{t("mapping.missing", { names: names.join(t("mapping.and")) })}</p>
      )}
      {error && <Problem error={error} retry={retry} />}
      {preview?.error && (
        <p className={styles.wait}>
          {preview.error.message} {preview.error.remedy.includes("--set") ? "" : preview.error.remedy}
        </p>
      )}
      {preview && !preview.error && (
        <div className={styles.tried} data-old={!settled}>
          <p data-counts>
            {t("sources.split", {
              read: format.whole(preview.rows_read),
              loaded: format.whole(preview.rows_loaded),
              quarantined: format.whole(preview.rows_quarantined),
              skipped: format.whole(preview.rows_skipped),
            })}
            {preview.period &&
              ` · ${t("sources.covers", { from: format.day(preview.period.from), to: format.day(preview.period.to) })}`}
          </p>
          <Mapped fact={fact} part={wizard.at.mapping} preview={preview} />
          {(preview.look?.tables[0]?.rejects.length ?? 0) > 0 && (
            <>
              <h3>{t("mapping.rejects", { count: preview.rows_quarantined })}</h3>
              <SeenRows
                header={preview.look?.tables[0]?.header ?? []}
                rows={preview.look?.tables[0]?.rejects.slice(0, FIRST) ?? []}
                label={t("mapping.rejects", { count: preview.rows_quarantined })}
              />
            </>
          )}
        </div>
      )}
    </section>
  );
}

function Mapped({
  fact,
  part,
  preview,
}: {
  readonly fact: string;
  readonly part: number;
  readonly preview: LoadedFile;
}) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const dimension = useDimensionValue();
  const format = useFormat();
  const facts = preview.look?.tables[0]?.facts ?? [];
  const mapped = facts[part]?.fact === fact ? facts[part] : facts.find((one) => one.fact === fact);
  if (!mapped || mapped.rows.length === 0) return null;
  const columns = mapped.columns.filter((name) => name !== "attributes");
  const value = (column: string, text: string | null) => {
    if (text === null || text === "") return "–";
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.day(text);
    if (`${fact}.${column}` in CLOSED_LISTS) return listWord(`${fact}.${column}`, text, language);
    return column === "channel" ? dimension("channel", text) : seenValue(text);
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className={seen.scroll} tabIndex={0} aria-label={t("mapping.preview")}>
      <table className={seen.table}>
        <thead>
          <tr>
            <th scope="col">{t("sources.line")}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {fieldWords(fact, name, language).name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {mapped.rows.slice(0, FIRST).map(({ line, values }) => (
            <tr key={line}>
              <th scope="row" className="number">
                {line}
              </th>
              {columns.map((name) => (
                <td key={name} lang="">
                  {value(name, values[mapped.columns.indexOf(name)] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
