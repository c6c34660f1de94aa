import { type Columns, dims } from "../columns.ts";

/** Where somebody or something came from. */
export const acquisition = dims("channel", "source", "medium", "campaign", "program", "content", "creative", "keyword");

/** Every dimension that rows about people, deals and money can carry. */
export const everyDim = {
  ...acquisition,
  ...dims("country", "segment", "product", "account", "owner"),
} as const satisfies Columns;
