import { textLiteral } from "../channel/text-literal.ts";

/** With each digit a nine, all numbers of one form are one text: a look at a list, where a pattern costs three times as much. */
function shapes(decimal: "point" | "comma", places: number): string {
  const [mark, group] = decimal === "point" ? [".", ","] : [",", "."];
  const digits = Array.from({ length: 13 }, (_, index) => "9".repeat(index + 1));
  const grouped = digits.slice(3, 12).map((text) => text.replace(/\B(?=(9{3})+$)/g, group));
  const fractions = ["", ...Array.from({ length: places }, (_, index) => `${mark}${"9".repeat(index + 1)}`)];
  const numbers = [...digits, ...grouped].flatMap((whole) => fractions.map((fraction) => `${whole}${fraction}`));
  return numbers.flatMap((number) => [textLiteral(number), textLiteral(`-${number}`)]).join(", ");
}

/** Whether a cell is digits, perhaps in groups of three, with at most so many decimal places. */
function isPlain(raw: string, decimal: "point" | "comma", places: number): string {
  return `translate(${raw}, '012345678', '999999999') IN (${shapes(decimal, places)})`;
}

/** `value`, which reads a money or decimal column in any notation, where the cell is not plain digits; several times as fast. */
export function quickDecimal(raw: string, decimal: "point" | "comma", value: string): string {
  const pointed =
    decimal === "point" ? `replaceAll(${raw}, ',', '')` : `replaceOne(replaceAll(${raw}, '.', ''), ',', '.')`;
  return `if(${isPlain(raw, decimal, 4)}, toDecimal64OrNull(${pointed}, 4), ${value})`;
}

/** The same of a column of whole numbers. */
export function quickInteger(raw: string, decimal: "point" | "comma", value: string): string {
  const group = decimal === "point" ? "," : ".";
  return `if(${isPlain(raw, decimal, 0)}, toInt64OrNull(replaceAll(${raw}, '${group}', '')), ${value})`;
}
