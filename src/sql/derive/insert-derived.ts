import { DIMENSION_COLUMNS, type DimensionColumn } from "../../model/columns.ts";
import { columnsOf, type DerivedId } from "../../model/facts.ts";
import type { DeriveStatement } from "./derive-context.ts";

/**
 * `INSERT INTO derived SELECT …`: an expression for every column of the table, and the text from `FROM` on.
 * Errors: a plain Error for a column that is left out or unknown, which is a mistake in the step.
 */
export function insertDerived(
  table: DerivedId,
  buildNo: number,
  expressions: Readonly<Record<string, string>>,
  from: string,
): DeriveStatement {
  const names = Object.keys(columnsOf(table));
  const unknown = Object.keys(expressions).filter((name) => !names.includes(name));
  const missing = names.filter((name) => expressions[name] === undefined);
  if (unknown.length + missing.length > 0) {
    throw new Error(`${table}: no expression for ${missing.join(", ") || "-"}; unknown ${unknown.join(", ") || "-"}`);
  }
  const selected = names.map((name) => `  ${expressions[name]} AS \`out_${name}\``);
  const sql = `INSERT INTO ${table} (build_no, ${names.map((name) => `\`${name}\``).join(", ")})
SELECT
  ${buildNo},
${selected.join(",\n")}
${from}`;
  return { table, sql, parameters: {} };
}

/** The dimensions that rows about people, deals and customers carry. */
export type DerivedDimension = Exclude<DimensionColumn, "device" | "landing_page">;
export const DIMS = Object.keys(DIMENSION_COLUMNS).filter(
  (name): name is DerivedDimension => name in columnsOf("funnel_entry"),
);

/** One expression per dimension. */
export function eachDim(expression: (dim: DerivedDimension) => string): Record<DerivedDimension, string> {
  return Object.fromEntries(DIMS.map((dim) => [dim, expression(dim)])) as Record<DerivedDimension, string>;
}

/** The first of some text expressions that is not "". */
export function firstSet(...texts: readonly string[]): string {
  const last = texts.at(-1) ?? "''";
  const tests = texts.slice(0, -1).flatMap((text) => [`${text} != ''`, text]);
  return tests.length === 0 ? `toString(${last})` : `toString(multiIf(${[...tests, last].join(", ")}))`;
}
