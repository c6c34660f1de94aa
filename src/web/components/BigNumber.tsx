import type { KpiUnit } from "../../model/kpi.ts";
import { useFormat } from "../app/use-format.ts";
import styles from "./big-number.module.css";

/** The value large, its unit small, every digit on hover. */
export function BigNumber({ value, unit }: { readonly value: number | null; readonly unit: KpiUnit }) {
  const format = useFormat();
  const text = format.value(value, unit);
  const parts = text.match(/^([^\d–-]*)([-–]?[\d.,]+|–)(.*)$/u);
  return (
    <span className={`${styles.value} ${value === null ? styles.empty : ""}`} title={format.exact(value, unit)}>
      {parts ? (
        <>
          {parts[1] && <span className={styles.unit}>{parts[1]}</span>}
          {parts[2]}
          {parts[3] && <span className={styles.unit}>{parts[3]}</span>}
        </>
      ) : (
        text
      )}
    </span>
  );
}
