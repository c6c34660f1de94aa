import { useId } from "react";
import styles from "./funnel.module.css";

interface Props {
  readonly label: string;
  readonly value: string;
  /** `lang: ""` for names that come from the team's own files. */
  readonly choices: readonly { readonly id: string; readonly name: string; readonly lang?: "" }[];
  readonly choose: (id: string) => void;
}

/** One of several, with its label. */
export function Choice({ label, value, choices, choose }: Props) {
  const id = useId();
  return (
    <span className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => choose(event.target.value)}>
        {choices.map((one) => (
          <option key={one.id} value={one.id} lang={one.lang}>
            {one.name}
          </option>
        ))}
      </select>
    </span>
  );
}
