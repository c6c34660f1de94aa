import { useState } from "react";
import styles from "./settings.module.css";

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly values: readonly string[];
  readonly change: (values: string[]) => void;
  readonly upper?: boolean;
}

const split = (text: string): string[] =>
  text
    .split(/[,，、;；\n]+/)
    .map((one) => one.trim())
    .filter((one) => one !== "");

/** Several values in one line, with commas between them. */
export function ListInput({ id, label, describedBy, values, change, upper = false }: Props) {
  const [text, setText] = useState(values.join(", "));
  const parsed = (given: string) => split(upper ? given.toUpperCase() : given);
  // What was typed stays as typed while it means the same.
  const shown = parsed(text).join() === values.join() ? text : values.join(", ");
  return (
    <input
      id={id}
      className={styles.input}
      aria-label={label}
      aria-describedby={describedBy}
      value={shown}
      onChange={(event) => {
        setText(event.target.value);
        change(parsed(event.target.value));
      }}
    />
  );
}
