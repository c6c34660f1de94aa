import { useTranslation } from "react-i18next";
import type { FileProblem } from "../../uploads/uploads-api.ts";
import styles from "./mapping.module.css";
import { withNotation } from "./preset-json.ts";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  readonly problem: FileProblem | null;
}

const ASKED = { dates: ["dmy", "mdy"], numbers: ["point", "comma"] } as const;

/** Which key of the layout a problem asks for. */
function askedBy(code: string | undefined): keyof typeof ASKED | null {
  if (code === "file.ambiguous_dates" || code === "file.mixed_dates") return "dates";
  return code === "file.ambiguous_numbers" || code === "file.mixed_numbers" ? "numbers" : null;
}

/** Dates or numbers that can be read two ways are asked for, never guessed; the answer stays in sight. */
export function NotationQuestion({ wizard, problem }: Props) {
  const { t } = useTranslation();
  const { preset, at, draft, change } = wizard;
  const layout = preset.layouts[at.layout];
  const keys = (["dates", "numbers"] as const).filter((key) => {
    const said = layout?.[key];
    return askedBy(problem?.code) === key || (said !== undefined && said !== "auto" && wizard.isNew);
  });
  const example = (key: keyof typeof ASKED) =>
    draft.columns.find(({ type }) => (key === "dates" ? type === "date" : type === "money" || type === "number"))
      ?.examples[0] ?? "";
  return keys.map((key) => (
    <fieldset key={key} className={styles.question} data-step={key}>
      <legend>{t(`mapping.${key}_ask`, { example: example(key) })}</legend>
      {ASKED[key].map((order) => (
        <label key={order}>
          <input
            type="radio"
            name={key}
            checked={layout?.[key] === order}
            onChange={() => change(withNotation(preset, at, key, order))}
          />
          {t(`mapping.notation.${order}`)}
        </label>
      ))}
    </fieldset>
  ));
}
