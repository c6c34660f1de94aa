import { parse } from "../../language/parse.ts";
import type { Tree } from "../../language/tree.ts";
import type { Layout } from "../../model/preset.ts";

export type FieldUse = "integer" | "number" | "date";

const USES: Readonly<Record<string, FieldUse>> = {
  integer: "integer",
  number: "number",
  money: "number",
  percent: "number",
  date: "date",
  datetime: "date",
};

/** How a layout's expressions read each field: as whole number, number or date. */
export function fieldUses(layout: Layout): ReadonlyMap<string, FieldUse> {
  const uses = new Map<string, FieldUse>();
  for (const text of expressionsOf(layout)) collect(treeOf(text), null, uses);
  return uses;
}

/** Every row expression of a layout. */
function expressionsOf(layout: Layout): string[] {
  return [
    ...layout.facts.flatMap((mapping) => [mapping.when ?? "", ...Object.values(mapping.set)]),
    layout.totals ?? "",
    ...[...layout.skip, ...layout.reject, ...layout.notice].map((rule) => rule.when),
  ].filter((text) => text !== "");
}

/** A text that is no expression is told when presets are read; here it says nothing about fields. */
function treeOf(text: string): Tree | null {
  try {
    return parse(text, "row");
  } catch {
    return null;
  }
}

function collect(tree: Tree | null, inside: FieldUse | null, uses: Map<string, FieldUse>): void {
  if (tree === null) return;
  if (tree.kind === "column") {
    if (inside && (inside === "integer" || !uses.has(tree.name))) uses.set(tree.name, inside);
  } else if (tree.kind === "call") {
    const use =
      USES[tree.fn] ?? (tree.fn === "when" || tree.fn === "coalesce" || tree.fn === "replace" ? inside : null);
    for (const arg of tree.args) collect(arg, use, uses);
  } else if (tree.kind === "unary") collect(tree.operand, inside, uses);
  else if (tree.kind === "binary") {
    collect(tree.left, null, uses);
    collect(tree.right, null, uses);
  }
}
