import type { CheckedRow } from "../../language/row/check-row.ts";
import { isRowFunctionId, type RowFunctionId } from "../../language/row/row-functions.ts";
import type { RowType } from "../../language/row/row-type.ts";
import type { Tree } from "../../language/tree.ts";
import { textLiteral } from "../channel/text-literal.ts";
import { arithmetic, signed } from "./arithmetic.ts";
import type { FunctionSql } from "./call-sql.ts";
import { CHOICE_SQL } from "./choice-sql.ts";
import { comparison } from "./comparison.ts";
import { ALWAYS, type Compiled, NEVER, nothing, widened } from "./compiled.ts";
import { FILE_SQL } from "./file-sql.ts";
import { NUMBER_SQL } from "./number-sql.ts";
import { trimmed } from "./read-text.ts";
import { READING_SQL } from "./reading-sql.ts";
import type { RowContext } from "./row-context.ts";
import { TEXT_SQL } from "./text-sql.ts";

/** A row expression as ClickHouse SQL over one row of a file. */
export interface RowSql {
  readonly type: RowType;
  /**
   * text: String, '' = nothing; number: Nullable(Decimal(38, 10)); integer: Nullable(Int64); money: Nullable(Decimal(18, 4));
   * date: Nullable(Date), in the workspace's calendar; datetime: Nullable(DateTime('UTC')); boolean: Nullable(UInt8).
   */
  readonly value: string;
  /** A condition, never null: a filled cell could not be read, so that the row belongs into quarantine. `0` = never. */
  readonly invalid: string;
}

/** Compiles a checked row expression. The SQL never fails on a cell's content. Everything from files is escaped. */
export function toSql(checked: CheckedRow, context: RowContext): RowSql {
  const { type, value, invalid } = compile(checked.tree, checked, context);
  return { type, value, invalid };
}

/** A row expression that is a condition: `value` is 0 or 1, never null. Throws TypeError on another type. */
export function toCondition(checked: CheckedRow, context: RowContext): RowSql {
  const { type, value, invalid } = compile(checked.tree, checked, context);
  if (type !== "boolean") throw new TypeError(`a condition is wanted, not ${type}`);
  return { type, value: value === ALWAYS || value === NEVER ? value : `ifNull(${value}, 0)`, invalid };
}

const FUNCTION_SQL: Readonly<Record<RowFunctionId, FunctionSql>> = {
  ...READING_SQL,
  ...TEXT_SQL,
  ...CHOICE_SQL,
  ...NUMBER_SQL,
  ...FILE_SQL,
};

function compile(tree: Tree, checked: CheckedRow, context: RowContext): Compiled {
  switch (tree.kind) {
    case "number":
      return checked.typeOf(tree) === "integer"
        ? { type: "integer", value: `toInt64(${tree.value})`, invalid: NEVER }
        : { type: "number", value: `toDecimal128('${tree.value}', 10)`, invalid: NEVER };
    case "text":
      return { type: "text", value: textLiteral(tree.value), invalid: NEVER };
    case "column": {
      const cell = context.column(tree.name);
      if (cell === null) return nothing("text");
      const raw = `ifNull(${cell}, '')`;
      return { type: "text", raw, value: trimmed(raw), invalid: NEVER };
    }
    case "name":
      if (tree.name === "null") return nothing("null");
      return { type: "boolean", value: tree.name === "true" ? ALWAYS : NEVER, invalid: NEVER };
    case "unary":
      return signed(compile(tree.operand, checked, context), "negate");
    case "binary": {
      const left = compile(tree.left, checked, context);
      const right = compile(tree.right, checked, context);
      if (tree.op === "+" || tree.op === "-" || tree.op === "*" || tree.op === "/") {
        return arithmetic(tree.op, checked.typeOf(tree), left, right);
      }
      return comparison(tree.op, left, right);
    }
    case "call": {
      if (!isRowFunctionId(tree.fn)) throw new TypeError(`no function ${tree.fn}`);
      const args = tree.args.map((arg) => {
        const part = compile(arg, checked, context);
        return part.type === "null" && TEXT_ARGUMENTS.has(tree.fn) ? widened(part, "text") : part;
      });
      return FUNCTION_SQL[tree.fn]({
        type: checked.typeOf(tree),
        trees: tree.args,
        args,
        arg: (index) => {
          const found = args[index];
          if (found === undefined) throw new RangeError(`${tree.fn} has no argument ${index}`);
          return found;
        },
        context,
      });
    }
  }
}

/** Functions that take texts: `null` among their arguments is the empty text. */
const TEXT_ARGUMENTS: ReadonlySet<string> = new Set([...Object.keys(TEXT_SQL), "text", "lookup"]);
