import { LeadlineError } from "../../language/leadline-error.ts";
import { columnNames } from "../../language/names.ts";
import { parse } from "../../language/parse.ts";
import { checkRow } from "../../language/row/check-row.ts";
import type { RowScope } from "../../language/row/row-function.ts";
import type { Tree } from "../../language/tree.ts";
import type { ColumnKind } from "../../model/columns.ts";
import { type NamedCell, withCellNames } from "../../sql/load/cell-names.ts";
import type { RowContext } from "../../sql/row-expression/row-context.ts";
import { toColumn } from "../../sql/row-expression/to-column.ts";
import { type RowSql, toCondition, toSql } from "../../sql/row-expression/to-sql.ts";

/** Turns the expressions of one table into the engine's text over one source of cells. */
export interface RowCompiler {
  readonly column: (expression: string, kind: ColumnKind, key: string) => CompiledRow;
  readonly condition: (expression: string, key: string) => CompiledRow;
  readonly value: (expression: string, key: string) => CompiledRow;
}

export interface CompiledRow extends RowSql {
  readonly tree: Tree;
  /** Fields of the layout that the expression reads. */
  readonly fields: readonly string[];
}

export interface RowCompilerInput {
  readonly scope: RowScope;
  /** How cells are read in values; in conditions and in `email_domain` addresses keep their domain. */
  readonly context: RowContext;
  readonly whole: RowContext;
  /** The cells that `context` and `whole` name. */
  readonly cells: readonly NamedCell[];
  /** Named in errors. */
  readonly preset: string;
}

export function rowCompiler({ scope, context, whole, cells, preset }: RowCompilerInput): RowCompiler {
  const columns = new Set([...scope.columns, ...[...scope.columns].map(wholeName)]);
  const compile = (expression: string, key: string, make: (tree: Tree) => RowSql): CompiledRow => {
    try {
      const tree = parse(expression, "row");
      const { type, value, invalid } = make(tree);
      return {
        type,
        value: withCellNames(value, cells),
        invalid: withCellNames(invalid, cells),
        tree,
        fields: columnNames(tree),
      };
    } catch (error) {
      if (!(error instanceof LeadlineError)) throw error;
      throw new LeadlineError(error.code, `Preset ${preset}, ${key}: ${error.message}`, error.remedy, {
        ...error.place,
        key,
      });
    }
  };
  const checked = (tree: Tree) => checkRow(tree, { ...scope, columns });
  const withWhole: RowContext = {
    ...context,
    column: (name) => (isWhole(name) ? whole.column(plainName(name)) : context.column(name)),
  };
  return {
    column: (expression, kind, key) =>
      compile(expression, key, (tree) => toColumn(checked(wholeDomains(tree)), kind, withWhole)),
    condition: (expression, key) => compile(expression, key, (tree) => toCondition(checked(tree), whole)),
    value: (expression, key) => compile(expression, key, (tree) => toSql(checked(wholeDomains(tree)), withWhole)),
  };
}

const wholeName = (field: string): string => `${field}@`;
const isWhole = (name: string): boolean => name.endsWith("@");
const plainName = (name: string): string => name.slice(0, -1);

/** Inside `email_domain` a stored address is read with its domain. */
function wholeDomains(tree: Tree, inside = false): Tree {
  const within = (part: Tree) => wholeDomains(part, inside || (tree.kind === "call" && tree.fn === "email_domain"));
  switch (tree.kind) {
    case "column":
      return inside ? { ...tree, name: wholeName(tree.name) } : tree;
    case "unary":
      return { ...tree, operand: within(tree.operand) };
    case "binary":
      return { ...tree, left: within(tree.left), right: within(tree.right) };
    case "call":
      return { ...tree, args: tree.args.map(within) };
    default:
      return tree;
  }
}
