import { useTranslation } from "react-i18next";
import { CLOSED_LISTS, listWord } from "./closed-lists.ts";
import styles from "./mapping.module.css";
import { withWords, wordsOf } from "./preset-json.ts";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  /** `opportunity.status` */
  readonly list: string;
  readonly target: string;
  readonly field: string;
  readonly values: readonly string[];
}

/** The file's own words beside those that the numbers know. */
export function ListWords({ wizard, list, target, field, values }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === "zh" ? "zh" : "en";
  const { preset, at, change } = wizard;
  const words = CLOSED_LISTS[list] ?? [];
  const same = values.every((value) => words.includes(value));
  const told = wordsOf(preset, at, target);
  if (same) return null;
  return (
    <fieldset className={styles.words}>
      <legend>{t("mapping.words")}</legend>
      {values.map((value) => (
        <label key={value}>
          <span lang="">{value}</span>
          <select
            className={styles.select}
            value={told[value] ?? ""}
            onChange={(event) => change(withWords(preset, at, target, field, { ...told, [value]: event.target.value }))}
          >
            <option value="">{t("mapping.word_none")}</option>
            {words.map((word) => (
              <option key={word} value={word}>
                {listWord(list, word, language)}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
