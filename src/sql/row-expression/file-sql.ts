import type { FILE_FUNCTIONS } from "../../language/row/file-functions.ts";
import { textList, textLiteral } from "../channel/text-literal.ts";
import { constantText, type FunctionSql, fromArguments } from "./call-sql.ts";
import { type Compiled, NEVER, nothing } from "./compiled.ts";
import type { RowContext, RowLookup } from "./row-context.ts";

function given(text: string | undefined): Compiled {
  return { type: "text", value: textLiteral(text?.trim() ?? ""), invalid: NEVER };
}

function own(record: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

function day(context: RowContext, which: "from" | "to"): Compiled {
  if (context.period === null) return nothing("date");
  return { type: "date", value: `toNullable(toDate(${textLiteral(context.period[which])}))`, invalid: NEVER };
}

function lookupSql(lookup: RowLookup, key: string, title: string | undefined): string {
  if (lookup.kind === "map") {
    const pairs = Object.entries(lookup.map);
    if (pairs.length === 0) return "''";
    return `transform(${key}, ${textList(pairs.map(([from]) => from))}, ${textList(pairs.map(([, to]) => to))}, '')`;
  }
  const column = own(lookup.columns, title ?? "");
  if (column === undefined) return "''";
  const list = (name: string) => `(SELECT groupArray(${quoted(name)}) FROM ${quoted(lookup.table)})`;
  return `transform(${key}, ${list(lookup.key)}, ${list(column)}, '')`;
}

function quoted(name: string): string {
  return `\`${name.replaceAll("\\", "\\\\").replaceAll("`", "\\`")}\``;
}

export const FILE_SQL: Readonly<Record<keyof typeof FILE_FUNCTIONS, FunctionSql>> = {
  setting: (call) => given(own(call.context.settings, constantText(call, 0))),
  header: (call) => {
    const key = constantText(call, 0);
    return given(own(call.context.captured, `header.${key}`) ?? own(call.context.captured, key));
  },
  lookup: (call) => {
    const name = constantText(call, 0);
    const lookup = Object.hasOwn(call.context.lookups, name) ? call.context.lookups[name] : undefined;
    if (lookup === undefined) return fromArguments(call, "text", "''");
    const key = call.arg(1);
    const text = key.type === "text" ? key.value : `ifNull(toString(${key.value}), '')`;
    const title = lookup.kind === "table" ? constantText(call, 2) : undefined;
    return fromArguments(call, "text", lookupSql(lookup, text, title));
  },
  period_from: ({ context }) => day(context, "from"),
  period_to: ({ context }) => day(context, "to"),
  file_name: ({ context }) => given(context.fileName),
};
