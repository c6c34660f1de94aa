import type { CompiledFact } from "./compile-table.ts";

/** The column of a table's only fact that holds just the figure of a field, for each row that is loaded; else null. */
export function figureColumn(facts: readonly CompiledFact[], field: string): string | null {
  const [only] = facts;
  if (only === undefined || facts.length > 1 || only.when !== null || only.oncePer !== null) return null;
  const found = [...only.sources].find(
    ([, { tree }]) =>
      tree.kind === "call" &&
      ["number", "money", "integer"].includes(tree.fn) &&
      tree.args[0]?.kind === "column" &&
      tree.args[0].name === field,
  );
  return found?.[0] ?? null;
}
