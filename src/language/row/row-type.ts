/** What a row expression gives. `null` is the constant alone: it fits beside any other. */
export type RowType = "text" | "number" | "integer" | "money" | "date" | "datetime" | "boolean" | "null";

/** A type as it stands in a sentence. */
export const ROW_TYPE_WORDS: Readonly<Record<RowType, string>> = {
  text: "a text",
  number: "a number",
  integer: "a whole number",
  money: "an amount of money",
  date: "a date",
  datetime: "a date with time",
  boolean: "a yes-or-no",
  null: "empty",
};

/** The type that both fit, or null: null fits all, a whole number is a number. */
export function commonType(a: RowType, b: RowType): RowType | null {
  if (a === b || b === "null") return a;
  if (a === "null") return b;
  const numbers: readonly RowType[] = ["number", "integer"];
  return numbers.includes(a) && numbers.includes(b) ? "number" : null;
}
