import type { DeriveStatement } from "./derive-context.ts";

/**
 * For each statement of a build the places of those before it that must have run: it names the table that they fill, or one
 * of the two runs alone.
 */
export function needsOf(statements: readonly DeriveStatement[]): readonly (readonly number[])[] {
  return statements.map(({ sql, alone }, place) =>
    statements
      .slice(0, place)
      .flatMap((before, index) =>
        alone === true || before.alone === true || new RegExp(`\\b${before.table}\\b`).test(sql) ? [index] : [],
      ),
  );
}
