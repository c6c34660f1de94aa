/**
 * What a column of a fact holds. `measure` columns may be null: a source that does not report a figure leaves it
 * unknown, never 0.
 */
export type ColumnKind =
  | "id" // text identity, never a number
  | "text" // free text, many values
  | "dim" // a dimension's value, few values; "" = not set
  | "date" // business-local day, always there
  | "date?" // business-local day or null
  | "time?" // instant in UTC or null
  | "int" // whole count or null
  | "decimal" // decimal number or null, four places
  | "rate" // exchange rate, ten places
  | "money" // amount in the row's `currency`, or null, four places
  | "flag" // 0, 1 or null
  | "ids" // list of identities
  | "attributes"; // any other columns the team mapped: name -> value

export type Columns = Readonly<Record<string, ColumnKind>>;

/** The conformed dimensions; a fact lists those it can carry. */
export const DIMENSION_COLUMNS = {
  channel: "dim",
  source: "dim",
  medium: "dim",
  campaign: "dim",
  program: "dim",
  content: "dim",
  creative: "dim",
  keyword: "dim",
  country: "dim",
  device: "dim",
  segment: "dim",
  product: "dim",
  account: "dim",
  owner: "dim",
  landing_page: "dim",
} as const satisfies Columns;

export type DimensionColumn = keyof typeof DIMENSION_COLUMNS;

export function dims(...names: readonly DimensionColumn[]): Columns {
  return Object.fromEntries(names.map((name) => [name, DIMENSION_COLUMNS[name]]));
}
