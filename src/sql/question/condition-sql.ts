import { LeadlineError } from "../../language/leadline-error.ts";
import { columnKind, type TableId } from "../../model/facts.ts";
import type { Where } from "../../model/measures.ts";
import { campaignSql } from "./dimension-sql.ts";
import type { SqlParameters } from "./sql-parameters.ts";

/** Text that needs no quoting care and reads better in place. */
const PLAIN = /^[a-z][a-z0-9_]*$/;
const COMPARISON = /^(?<op>>=|<=|!=|>|<)\s*(?<value>.*)$/;

/**
 * A measure's conditions as SQL, joined with AND; empty when there are none. Values not of our own making are parameters.
 * With `campaigns` a row's campaign is the one that its id or name stands for.
 */
export function conditionSql(
  table: TableId,
  where: Where,
  parameters: SqlParameters,
  campaigns?: Readonly<Record<string, string>>,
): readonly string[] {
  return Object.entries(where).map(([column, values]) => {
    const expression =
      column === "campaign" && campaigns !== undefined
        ? campaignSql(table, campaigns, parameters)
        : columnSql(column, parameters);
    return oneColumn(table, column, expression, values, parameters);
  });
}

function oneColumn(
  table: TableId,
  column: string,
  expression: string,
  values: readonly (string | number)[],
  parameters: SqlParameters,
): string {
  const compared = values.flatMap((value) => {
    const groups = typeof value === "string" ? COMPARISON.exec(value)?.groups : undefined;
    return groups === undefined ? [] : [{ op: groups.op ?? "=", value: groups.value ?? "" }];
  });
  const equal = values.filter((value) => typeof value === "number" || !COMPARISON.test(value));
  const ranges = compared.map(({ op, value }) =>
    op === "!=" && value === ""
      ? isSet(table, column, expression)
      : `${expression} ${op} ${literal(table, column, value, parameters)}`,
  );
  const equality =
    equal.length === 0
      ? []
      : [
          among(
            expression,
            equal.map((v) => literal(table, column, v, parameters)),
          ),
        ];
  if (ranges.length === 0) return equality.join("");
  const range = ranges.join(" AND ");
  return equality.length === 0 ? range : `(${equality.join("")} OR (${range}))`;
}

function among(expression: string, literals: readonly string[]): string {
  return literals.length === 1 ? `${expression} = ${literals[0]}` : `${expression} IN (${literals.join(", ")})`;
}

/** The column holds something: not null, and for text not empty. */
export function setSql(table: TableId, column: string, parameters: SqlParameters): string {
  return isSet(table, column, columnSql(column, parameters));
}

function isSet(table: TableId, column: string, expression: string): string {
  return isText(table, column) ? `${expression} != ''` : `${expression} IS NOT NULL`;
}

function isText(table: TableId, column: string): boolean {
  const kind = columnKind(table, column);
  return kind === undefined || kind === "id" || kind === "text" || kind === "dim";
}

export function columnSql(column: string, parameters: SqlParameters): string {
  if (!column.startsWith("attributes.")) return column;
  const name = column.slice("attributes.".length);
  return `attributes[${parameters.add("attribute", "String", name)}]`;
}

const NUMERIC = new Set(["int", "decimal", "money", "flag", "rate"]);

function literal(table: TableId, column: string, value: string | number, parameters: SqlParameters): string {
  const kind = columnKind(table, column);
  if (kind !== undefined && NUMERIC.has(kind)) {
    const number = Number(value);
    if (Number.isFinite(number) && String(value).trim() !== "") return String(number);
    throw new LeadlineError(
      "kpi.wrong_value",
      `"${value}" is no number, and the column "${column}" holds numbers.`,
      "Write a number, or a comparison such as >0.",
      { key: column },
    );
  }
  if (kind === "date" || kind === "date?") return parameters.add(column, "Date", value);
  if (typeof value === "string" && PLAIN.test(value)) return `'${value}'`;
  return parameters.add(column, "String", String(value));
}
