import type { ColumnKind } from "../../model/columns.ts";
import type { FactId } from "../../model/facts.ts";

/** One fact column with the engine's text for it. */
export interface MappedColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Of the column's own type. */
  readonly value: string;
  /** Condition under which the cells do not give a value of that type; null: they always do. */
  readonly invalid: string | null;
  /** Fields that the expression reads. */
  readonly fields: readonly string[];
  /** The file's column that it comes from first, as a person knows it. */
  readonly title: string;
}

/** One mapping of a layout, turned into the engine's text over some source of cells. */
export interface MappedFact {
  readonly fact: FactId;
  /** Condition for the rows that give the fact; null = every data row. */
  readonly when: string | null;
  /** Condition under which it cannot be told whether the row gives the fact, and the column to blame. */
  readonly whenInvalid: { readonly condition: string; readonly title: string } | null;
  readonly columns: readonly MappedColumn[];
  /** A column: rows with the same value in it give the fact once, from the first of them. */
  readonly oncePer: string | null;
}
