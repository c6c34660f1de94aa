import { useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./kpis.module.css";

interface Props<Id extends string> {
  readonly label: string;
  readonly value: Id | undefined;
  readonly choices: readonly { readonly id: Id; readonly name: string }[];
  /** Instead of “all”. */
  readonly none?: string;
  readonly choose: (id: Id | undefined) => void;
}

/** One of a few, or all of them. */
export function Chooser<Id extends string>({ label, value, choices, none, choose }: Props<Id>) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <span className={styles.chooser}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ""}
        onChange={(event) => choose(choices.find((one) => one.id === event.target.value)?.id)}
      >
        <option value="">{none ?? t("kpis.any")}</option>
        {choices.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </span>
  );
}
