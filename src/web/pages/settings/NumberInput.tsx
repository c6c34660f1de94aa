import { useState } from "react";
import styles from "./settings.module.css";

interface Props {
  readonly id?: string;
  readonly label?: string;
  readonly describedBy?: string;
  readonly value: number | null;
  readonly unit: string;
  /** What is shown for 1: percent are shown times a hundred. */
  readonly scale: number;
  readonly max: number;
  readonly optional: boolean;
  readonly change: (value: number | null) => void;
}

/** A number with its unit; what is no number leaves the value as it was. */
export function NumberInput({ id, label, describedBy, value, unit, scale, max, optional, change }: Props) {
  const written = value === null ? "" : String(Number((value * scale).toPrecision(12)));
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | null | undefined => {
    if (text.trim() === "") return optional ? null : undefined;
    const number = Number(text.replaceAll(",", ""));
    return Number.isFinite(number) && number >= 0 && number <= max
      ? Number((number / scale).toPrecision(12))
      : undefined;
  };
  const wrong = typed !== null && read(typed) === undefined;
  return (
    <span className={styles.number}>
      <input
        id={id}
        className={styles.input}
        inputMode="decimal"
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={wrong}
        value={typed ?? written}
        onChange={(event) => {
          setTyped(event.target.value);
          const number = read(event.target.value);
          if (number !== undefined) change(number);
        }}
        onBlur={() => setTyped(null)}
      />
      <span>{unit}</span>
    </span>
  );
}
