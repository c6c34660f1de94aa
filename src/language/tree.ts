/** A formula or row expression after parsing. `at` is the 0-based offset of the node in the text. */
export type Tree =
  | { readonly kind: "number"; readonly value: string; readonly at: number }
  | { readonly kind: "text"; readonly value: string; readonly at: number }
  /** A bare word: a measure or KPI in a formula, a constant (`true`, `null`) in a row expression. */
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  /** `[Column title]`: a column of the file; only in row expressions. */
  | { readonly kind: "column"; readonly name: string; readonly at: number }
  | { readonly kind: "call"; readonly fn: string; readonly args: readonly Tree[]; readonly at: number }
  | { readonly kind: "unary"; readonly op: "-"; readonly operand: Tree; readonly at: number }
  | {
      readonly kind: "binary";
      readonly op: BinaryOp;
      readonly left: Tree;
      readonly right: Tree;
      readonly at: number;
    };

export type BinaryOp = "+" | "-" | "*" | "/" | "<" | "<=" | ">" | ">=" | "=" | "!=";
