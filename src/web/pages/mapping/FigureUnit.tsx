import { useTranslation } from "react-i18next";
import { columnRead, readingOf } from "../../../model/cell-types.ts";
import styles from "./mapping.module.css";
import type { DraftColumn } from "./mapping-api.ts";
import { mappingAt } from "./preset-json.ts";
import type { WizardState } from "./use-wizard.ts";

interface Props {
  readonly wizard: WizardState;
  readonly column: DraftColumn;
  readonly target: string;
}

/** Whether a column's figures are multiplied, because its title names a unit (`花费(万元)`) or the mapping does so. */
export function FigureUnit({ wizard, column, target }: Props) {
  const { t, i18n } = useTranslation();
  const { preset, at, kindOf, assign } = wizard;
  const now = columnRead(mappingAt(preset, at).set[target] ?? "")?.factor ?? 1;
  const factor = now === 1 ? column.factor : now;
  const reading = (size: number) => readingOf(kindOf(target), column.field, column.type, size);
  if (factor === 1 || reading(factor) === reading(1)) return null;
  const size = new Intl.NumberFormat(i18n.language).format(factor > 1 ? factor : Math.round(1 / factor));
  return (
    <label className={styles.unit} data-unit={now === 1 ? "off" : "on"}>
      <input
        type="checkbox"
        checked={now !== 1}
        onChange={(event) => assign({ ...column, factor: event.target.checked ? factor : 1 }, target)}
      />
      <span>
        {t(factor > 1 ? "mapping.times" : "mapping.divided", { size })}
        {column.factor !== 1 && t("mapping.title_says")}
      </span>
    </label>
  );
}
