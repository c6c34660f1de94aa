import type { Fact } from "../../model/facts/fact.ts";
import { type FactId, fact } from "../../model/facts.ts";
import type { HiddenRange, VisiblePart } from "../../model/inventory.ts";
import { textLiteral } from "../channel/text-literal.ts";

/** Condition (WHERE text) for the rows of a fact that visible loads hold, without the ranges that later loads replaced. */
export function visibleRows(table: FactId, visible: readonly VisiblePart[]): string {
  const parts = visible.filter((part) => part.fact === table);
  if (parts.length === 0) return "0";
  const loads = [...new Set(parts.map((part) => part.loadNo))].sort((a, b) => a - b);
  const hidden = parts.flatMap((part) => part.hidden.map((range) => `NOT (${hiddenRows(fact(table), part, range)})`));
  return [`load_no IN (${loads.join(", ")})`, ...hidden].join(" AND ");
}

function hiddenRows({ date, dateTo, preAggregated }: Fact, part: VisiblePart, range: HiddenRange): string {
  return [
    `load_no = ${part.loadNo}`,
    ...(preAggregated ? [`grain = ${textLiteral(part.grain)}`] : []),
    ...(date === null
      ? []
      : [`${date} >= ${dateLiteral(range.from)}`, `${dateTo ?? date} <= ${dateLiteral(range.to)}`]),
    ...(range.only === undefined
      ? []
      : [`\`${range.only.column}\` IN (${range.only.values.map(textLiteral).join(", ")})`]),
  ].join(" AND ");
}

function dateLiteral(day: string): string {
  return `toDate(${textLiteral(day)})`;
}
