import { parse } from "../../language/parse.ts";
import type { Tree } from "../../language/tree.ts";
import type { Layout } from "../../model/preset.ts";

export type PersonalKind = "email" | "name" | "phone";

/**
 * Fields whose cells are never stored as they stand: those that the preset marks, and those that it reads as an e-mail
 * address in the fact column `email_hash`.
 */
export function personalFields(layout: Layout): ReadonlyMap<string, PersonalKind> {
  const fields = new Map<string, PersonalKind>();
  for (const { set } of layout.facts) {
    const address = set.email_hash;
    if (address !== undefined) for (const field of addressFields(parse(address, "row"))) fields.set(field, "email");
  }
  for (const [field, column] of Object.entries(layout.columns)) {
    if (!Array.isArray(column) && column.personal !== undefined) fields.set(field, column.personal);
  }
  return fields;
}

/** Columns that an expression's value can come from; those it only compares do not count. */
function addressFields(tree: Tree): string[] {
  if (tree.kind === "column") return [tree.name];
  if (tree.kind !== "call") return [];
  const isCondition = (index: number) =>
    (tree.fn === "when" || tree.fn === "if") && index % 2 === 0 && index < tree.args.length - 1;
  const values = tree.args.filter((_, index) => !isCondition(index));
  return (tree.fn === "lookup" ? [] : values).flatMap(addressFields);
}
