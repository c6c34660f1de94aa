import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { type Option, Picker } from "../../../components/picker/Picker.tsx";
import styles from "./builder.module.css";

/** A group of the question: its word, and what is chosen in it. */
export function Part({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot flow within a line
    <span role="group" aria-label={label} className={styles.part}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      {children}
    </span>
  );
}

interface ChipProps {
  readonly id: string;
  readonly name: string;
  readonly options: readonly Option[];
  /** Another takes its place. */
  readonly swap: (id: string) => void;
  readonly remove?: () => void;
}

/** One thing chosen: its name opens the list of what could stand there instead. */
export function Chip({ id, name, options, swap, remove }: ChipProps) {
  const { t } = useTranslation();
  return (
    <span className={styles.chip}>
      <Picker label={name} className={styles.chipName} options={options} chosen={[id]} choose={swap}>
        {name}
      </Picker>
      {remove && (
        <button type="button" className={styles.remove} aria-label={t("explore.remove", { name })} onClick={remove}>
          ×
        </button>
      )}
    </span>
  );
}
