import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./explore-table.module.css";
import type { Column } from "./lines-and-columns.ts";

/** The head of a column; what stands beside a value is named by what it is. */
export function Head({ column, children }: { readonly column: Column; readonly children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <th scope="col" className={column.part === "value" ? styles.number : styles.beside}>
      {column.part === "value" ? children : t(`explore.${column.part}_head`)}
    </th>
  );
}
