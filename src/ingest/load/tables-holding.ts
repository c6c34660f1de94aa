import type { Engine, Parameters } from "../../engine/engine.ts";

/** Those of some tables in which at least one row meets a condition. */
export async function tablesHolding(
  engine: Engine,
  tables: readonly string[],
  condition: string,
  parameters: Parameters = {},
): Promise<string[]> {
  const found = await engine.query<{ name: string }>(
    tables.map((name) => `(SELECT '${name}' AS name FROM ${name} WHERE ${condition} LIMIT 1)`).join(" UNION ALL "),
    parameters,
  );
  return found.map(({ name }) => name);
}
