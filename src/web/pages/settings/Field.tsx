import { type ReactNode, useId } from "react";
import styles from "./settings.module.css";

interface Props {
  readonly label: string;
  readonly means?: string | undefined;
  /** What saving the change does, where the value differs from what is saved. */
  readonly effect?: string | undefined;
  readonly children: (id: string, describedBy: string) => ReactNode;
}

/** One setting: its name, the way to change it, what it means, and what its change does. */
export function Field({ label, means, effect, children }: Props) {
  const id = useId();
  return (
    <div className={styles.field} data-changed={effect !== undefined || undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id, `${id}-means`)}
      <div id={`${id}-means`}>
        {means && <p className={styles.soft}>{means}</p>}
        {effect && <p className={styles.effect}>{effect}</p>}
      </div>
    </div>
  );
}
