import { languageError } from "../../language/language-error.ts";
import type { CheckedRow } from "../../language/row/check-row.ts";
import { ROW_TYPE_WORDS, type RowType } from "../../language/row/row-type.ts";
import type { ColumnKind } from "../../model/columns.ts";
import { anyOf, asNumber } from "./compiled.ts";
import type { RowContext } from "./row-context.ts";
import { type RowSql, toSql } from "./to-sql.ts";

/** What each kind of column takes, and the conversion that a person would write to get there. */
const TAKES: Readonly<Record<ColumnKind, { readonly types: readonly RowType[]; readonly write: string }>> = {
  id: { types: ["text", "integer"], write: "text(x)" },
  text: { types: ["text", "integer", "number", "date"], write: "text(x)" },
  dim: { types: ["text", "integer", "number", "date"], write: "text(x)" },
  date: { types: ["date"], write: "date(x)" },
  "date?": { types: ["date"], write: "date(x)" },
  "time?": { types: ["datetime"], write: "datetime(x)" },
  int: { types: ["integer"], write: "integer(x)" },
  decimal: { types: ["number", "integer"], write: "number(x)" },
  rate: { types: ["number", "integer"], write: "number(x)" },
  money: { types: ["money", "number", "integer"], write: "money(x)" },
  flag: { types: ["boolean"], write: "flag(x)" },
  ids: { types: ["text"], write: "text(x)" },
  attributes: { types: ["text", "integer", "number", "date", "boolean"], write: "text(x)" },
};

const LISTED = String.raw`'\\s*[;,|]\\s*'`;

/**
 * A row expression as a fact's column: `value` has the column's engine type (Nullable where the kind may be missing, also
 * for `date` and `rate`; `attributes`: the text of one attribute), `invalid` also where it does not fit into the column.
 * Throws `expression.wrong_type` where the expression gives something the column cannot hold.
 */
export function toColumn(checked: CheckedRow, kind: ColumnKind, context: RowContext): RowSql {
  const { types, write } = TAKES[kind];
  if (checked.type !== "null" && !types.includes(checked.type)) {
    const sentence = `The column holds ${ROW_TYPE_WORDS[types[0] ?? "text"]}, and the expression gives ${ROW_TYPE_WORDS[checked.type]}.`;
    throw languageError("expression.wrong_type", sentence, checked.tree.at, `Write ${write} around it.`);
  }
  const sql = toSql(checked, context);
  return sql.type === "null" ? { ...sql, value: EMPTY[kind] } : FITTED[kind](sql);
}

const asIs = (sql: RowSql): RowSql => sql;

const asText = (sql: RowSql): RowSql =>
  sql.type === "text" ? sql : { ...sql, type: "text", value: `ifNull(toString(${sql.value}), '')` };

/** Into fewer places; what is too large is invalid. */
const decimals =
  (places: number, engineType: string) =>
  (sql: RowSql): RowSql => {
    const value = `accurateCastOrNull(round(${asNumber(sql)}, ${places}), '${engineType}')`;
    return { type: sql.type, value, invalid: anyOf(sql.invalid, `(isNull(${value}) AND isNotNull(${sql.value}))`) };
  };

const money = decimals(4, "Decimal(18, 4)");

const FITTED: Readonly<Record<ColumnKind, (sql: RowSql) => RowSql>> = {
  id: asText,
  text: asText,
  dim: asText,
  date: asIs,
  "date?": asIs,
  "time?": (sql) => ({ ...sql, value: `toDateTime64(${sql.value}, 3, 'UTC')` }),
  int: asIs,
  decimal: decimals(4, "Decimal(18, 4)"),
  rate: decimals(10, "Decimal(28, 10)"),
  money: (sql) => (sql.type === "money" ? sql : money(sql)),
  flag: (sql) => ({ ...sql, value: `CAST(${sql.value}, 'Nullable(UInt8)')` }),
  ids: (sql) => ({ ...sql, value: `arrayFilter(x -> x != '', splitByRegexp(${LISTED}, ${sql.value}))` }),
  attributes: asText,
};

const EMPTY: Readonly<Record<ColumnKind, string>> = {
  id: "''",
  text: "''",
  dim: "''",
  date: "CAST(NULL, 'Nullable(Date)')",
  "date?": "CAST(NULL, 'Nullable(Date)')",
  "time?": "CAST(NULL, 'Nullable(DateTime64(3, \\'UTC\\'))')",
  int: "CAST(NULL, 'Nullable(Int64)')",
  decimal: "CAST(NULL, 'Nullable(Decimal(18, 4))')",
  rate: "CAST(NULL, 'Nullable(Decimal(28, 10))')",
  money: "CAST(NULL, 'Nullable(Decimal(18, 4))')",
  flag: "CAST(NULL, 'Nullable(UInt8)')",
  ids: "CAST([], 'Array(String)')",
  attributes: "''",
};
