import { parse } from "../../language/parse.ts";
import { print } from "../../language/print.ts";
import type { Tree } from "../../language/tree.ts";
import { fact, isFactId } from "../../model/facts.ts";
import type { FactMapping, Layout } from "../../model/preset.ts";
import type { HeaderMatch } from "./match-layout.ts";

export interface FittedLayout {
  readonly layout: Layout;
  readonly fields: readonly (string | null)[];
  /** `header.currency` -> `USD`; for the columns of an `each` mapping `header.entered_2.stage` -> `Proposal`. */
  readonly captured: Readonly<Record<string, string>>;
}

/**
 * The layout as one file needs it: mappings that hold once per matching column are written out, one field a column; what
 * only reads columns that the file does not have is left out, so that a fact without source is not taken for one whose
 * source is empty.
 */
export function fitLayout(match: HeaderMatch, given: readonly string[]): FittedLayout {
  const expanded = expandEach(match);
  const present = new Set([...expanded.fields, ...given].filter((field) => field !== null));
  const facts = expanded.layout.facts.map((mapping) => withoutAbsent(mapping, present));
  return { ...expanded, layout: { ...expanded.layout, facts } };
}

function expandEach({ candidate, fields, captured }: HeaderMatch): FittedLayout {
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
  const { each: _, when, set, ...rest } = mapping;
  const inText = (text: string) => print(renameIn(parse(text, "row"), field, name));
  return {
    ...rest,
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

function withoutAbsent(mapping: FactMapping, present: ReadonlySet<string>): FactMapping {
  const needed = isFactId(mapping.fact) ? fact(mapping.fact).required : [];
  const set = Object.entries(mapping.set).filter(
    ([column, text]) => needed.includes(column) || !isNothing(parse(text, "row"), present),
  );
  return { ...mapping, set: Object.fromEntries(set) };
}

/** Functions that give nothing where their first argument is nothing. */
const STRICT = new Set([
  "text",
  "number",
  "integer",
  "percent",
  "money",
  "date",
  "datetime",
  "flag",
  "lower",
  "upper",
  "trim",
  "replace",
  "extract",
  "split_part",
  "strip_brackets",
  "digits",
  "email",
  "email_domain",
  "abs",
  "add_days",
  "month_start",
  "month_end",
]);

/** Whether an expression is empty in every row because the file lacks the columns it reads. */
function isNothing(tree: Tree, present: ReadonlySet<string>): boolean {
  if (tree.kind === "column") return !present.has(tree.name);
  if (tree.kind === "name") return tree.name === "null";
  if (tree.kind === "unary") return isNothing(tree.operand, present);
  if (tree.kind !== "call") return false;
  const nothing = tree.args.map((arg) => isNothing(arg, present));
  if (STRICT.has(tree.fn)) return nothing[0] === true;
  if (tree.fn === "coalesce") return nothing.every(Boolean);
  if (tree.fn === "lookup") return nothing[1] === true;
  if (tree.fn !== "when" && tree.fn !== "if") return false;
  // Conditions stand before each value; a last argument without one is what holds otherwise.
  return nothing.every((empty, at) => empty || (at % 2 === 0 && at < tree.args.length - 1));
}
