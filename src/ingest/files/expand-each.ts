import { parse } from "../../language/parse.ts";
import { print } from "../../language/print.ts";
import type { Tree } from "../../language/tree.ts";
import type { FactMapping, Layout } from "../../model/preset.ts";
import type { HeaderMatch } from "./match-layout.ts";

export interface Expanded {
  readonly layout: Layout;
  readonly fields: readonly (string | null)[];
  /** `header.currency` -> `USD`; for the columns of an `each` mapping `header.entered_2.stage` -> `Proposal`. */
  readonly captured: Readonly<Record<string, string>>;
}

/** Writes out the mappings that hold once per matching column, so that a layout has one field per column. */
export function expandEach({ candidate, fields, captured }: HeaderMatch): Expanded {
  const { layout } = candidate;
  const many = new Set(layout.facts.flatMap((mapping) => mapping.each ?? []));
  const names = [...fields];
  const groups: Record<string, string> = {};
  const copies = new Map<string, string[]>([...many].map((field) => [field, []]));
  for (const [position, field] of fields.entries()) {
    const list = field === null ? undefined : copies.get(field);
    const name = list ? `${field}_${list.length + 1}` : null;
    if (list && name) {
      list.push(name);
      names[position] = name;
    }
    for (const [group, value] of Object.entries(captured[position] ?? {}))
      groups[name ? `header.${name}.${group}` : `header.${group}`] ??= value;
  }
  if (many.size === 0) return { layout, fields: names, captured: groups };
  const columns = Object.fromEntries(
    Object.entries(layout.columns).flatMap(([field, column]) =>
      (copies.get(field) ?? [field]).map((name) => [name, column] as const),
    ),
  );
  const facts = layout.facts.flatMap((mapping) =>
    mapping.each === undefined
      ? [mapping]
      : (copies.get(mapping.each) ?? []).map((name) => rename(mapping, mapping.each ?? "", name)),
  );
  return { layout: { ...layout, columns, facts }, fields: names, captured: groups };
}

function rename(mapping: FactMapping, field: string, name: string): FactMapping {
  const { each: _, when, set, scope, ...rest } = mapping;
  const inText = (text: string) => print(renameIn(parse(text, "row"), field, name));
  return {
    ...rest,
    scope,
    ...(when === undefined ? {} : { when: inText(when) }),
    set: Object.fromEntries(Object.entries(set).map(([column, text]) => [column, inText(text)])),
  };
}

function renameIn(tree: Tree, field: string, name: string): Tree {
  const within = (part: Tree) => renameIn(part, field, name);
  if (tree.kind === "column") return tree.name === field ? { ...tree, name } : tree;
  if (tree.kind === "unary") return { ...tree, operand: within(tree.operand) };
  if (tree.kind === "binary") return { ...tree, left: within(tree.left), right: within(tree.right) };
  if (tree.kind !== "call") return tree;
  const [group] = tree.args;
  if (tree.fn === "header" && group?.kind === "text")
    return { ...tree, args: [{ ...group, value: `${name}.${group.value}` }] };
  return { ...tree, args: tree.args.map(within) };
}
