import type { ReactNode } from "react";
import styles from "./channels.module.css";

interface Props {
  /** Read out, not shown. */
  readonly caption: string;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A table in a box of its own that scrolls, also by keyboard. */
export function ScrollTable({ caption, className = "", children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <div className={styles.scroll} tabIndex={0}>
      <table className={`${styles.table} ${className}`}>
        <caption className="visually-hidden">{caption}</caption>
        {children}
      </table>
    </div>
  );
}
