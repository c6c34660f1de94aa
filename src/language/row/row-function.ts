import type { LeadlineError } from "../leadline-error.ts";
import type { Tree } from "../tree.ts";
import type { RowType } from "./row-type.ts";

/** What a row expression may name, beside its functions. */
export interface RowScope {
  /** Fields of the layout, whether or not the file at hand has them. */
  readonly columns: ReadonlySet<string>;
  readonly settings: ReadonlySet<string>;
  /** Per lookup: `map` gives one text for a key; a table's column titles, or null where they are not known yet. */
  readonly lookups: ReadonlyMap<string, "map" | readonly string[] | null>;
}

/** What a function's check may ask; each method throws a LeadlineError at the argument's column. */
export interface RowCall {
  readonly args: readonly Tree[];
  readonly types: readonly RowType[];
  readonly scope: RowScope;
  readonly type: (index: number) => RowType;
  readonly oneOf: (index: number, allowed: readonly RowType[]) => RowType;
  /** The text of an argument written as a plain text. */
  readonly constantText: (index: number) => string;
  /** The value of an argument written as a plain whole number, perhaps with a minus. */
  readonly constantInteger: (index: number) => number;
  /** The type that these arguments share. */
  readonly common: (indexes: readonly number[]) => RowType;
  readonly fail: (
    code: "unknown_setting" | "unknown_lookup" | "unknown_lookup_column" | "bad_pattern" | "wrong_number_of_arguments",
    index: number,
    sentence: string,
    remedy?: string,
  ) => LeadlineError;
}

/** A function of row expressions: how it is written, what it does, and what it gives. */
export interface RowFunction {
  readonly signature: string;
  readonly summary: { readonly en: string; readonly zh: string };
  readonly arguments: { readonly least: number; readonly most: number };
  readonly check: (call: RowCall) => RowType;
}

export const MANY = 200;
