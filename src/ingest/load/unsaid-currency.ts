import { columnNames } from "../../language/names.ts";
import { parse } from "../../language/parse.ts";
import type { Tree } from "../../language/tree.ts";
import { columnsOf, isFactId } from "../../model/facts.ts";
import type { PreparedTable } from "../files/prepared.ts";

type Table = Pick<PreparedTable, "layout" | "fields" | "captured">;

/** The settings that alone could tell the currency of a file's amounts, and do not. */
export function unsaidCurrency(
  tables: readonly Table[],
  settings: Readonly<Record<string, string>>,
): ReadonlySet<string> {
  const unsaid = new Set<string>();
  for (const table of tables)
    for (const { fact, set } of table.layout.facts) {
      const { currency } = set;
      if (currency === undefined || !isFactId(fact)) continue;
      const kinds = columnsOf(fact);
      const holdsAmounts = Object.entries(set).some(
        ([column, expression]) => kinds[column] === "money" && readsFile(table, expression),
      );
      const source = holdsAmounts ? sourceOf(parse(currency, "row"), table) : "nothing";
      if (typeof source === "object" && settings[source.setting] === undefined) unsaid.add(source.setting);
    }
  return unsaid;
}

function readsFile({ fields }: Table, expression: string): boolean {
  return columnNames(parse(expression, "row")).some((field) => fields.includes(field));
}

/** What may give an expression its value in a file: the file or a constant, nothing, or a setting alone. */
type Source = "given" | "nothing" | { readonly setting: string };

function sourceOf(tree: Tree, table: Table): Source {
  if (tree.kind === "column") return table.fields.includes(tree.name) ? "given" : "nothing";
  if (tree.kind !== "call") return "given";
  const [first] = tree.args;
  if (first?.kind === "text" && tree.fn === "setting") return { setting: first.value };
  if (first?.kind === "text" && tree.fn === "header")
    return [`header.${first.value}`, first.value].some((key) => key in table.captured) ? "given" : "nothing";
  if (!["coalesce", "upper", "lower", "trim", "text"].includes(tree.fn)) return "given";
  const sources = tree.args.map((arg) => sourceOf(arg, table)).filter((source) => source !== "nothing");
  const [only = "nothing", ...others] = sources;
  return others.length === 0 ? only : "given";
}
