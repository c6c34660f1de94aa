import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { gallery } from "../../i18n/en/gallery.ts";
import styles from "./gallery.module.css";

type Plain = {
  [Key in keyof typeof gallery]: (typeof gallery)[Key] extends string ? Key : never;
}[keyof typeof gallery];

interface Props {
  readonly id: Plain;
  readonly note?: Plain;
  readonly children: ReactNode;
}

/** A part of the gallery with its name. */
export function Section({ id, note, children }: Props) {
  const { t } = useTranslation();
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{t(`gallery.${id}`)}</h2>
      {note && <p className={styles.soft}>{t(`gallery.${note}`)}</p>}
      {children}
    </section>
  );
}

/** One state of a component, named. */
export function Specimen({ name, children }: { readonly name?: string; readonly children: ReactNode }) {
  return (
    <div className={styles.panel}>
      {name && <h3>{name}</h3>}
      {children}
    </div>
  );
}
