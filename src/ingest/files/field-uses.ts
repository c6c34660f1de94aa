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
  for (const text of expressionsOf(layout)) collect(text, uses);
  return uses;
}

/** Every row expression of a layout. */
export function expressionsOf(layout: Layout): string[] {
  return [
    ...layout.facts.flatMap((mapping) => [mapping.when ?? "", ...Object.values(mapping.set)]),
    layout.totals ?? "",
    ...[...layout.skip, ...layout.reject, ...layout.notice].map((rule) => rule.when),
  ].filter((text) => text !== "");
}

const TOKEN = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\[([^\]]*)\]|([A-Za-z_]\w*)?\(|\)/g;

function collect(text: string, uses: Map<string, FieldUse>): void {
  const open: string[] = [];
  for (const token of text.matchAll(TOKEN)) {
    const [all, field, call] = token;
    if (all.endsWith("(")) open.push(call ?? "");
    else if (all === ")") open.pop();
    else if (field !== undefined) {
      const use = open.map((name) => USES[name]).findLast((found) => found !== undefined);
      if (use && (use === "integer" || !uses.has(field))) uses.set(field, use);
    }
  }
}
