import type { Tree } from "./tree.ts";

/** All names a tree uses (not functions, not columns), in the order they stand, each once. */
export function names(tree: Tree): readonly string[] {
  return [...new Set(collect(tree, (node) => (node.kind === "name" ? node.name : undefined)))];
}

/** All columns a row expression reads, in the order they stand, each once. */
export function columnNames(tree: Tree): readonly string[] {
  return [...new Set(collect(tree, (node) => (node.kind === "column" ? node.name : undefined)))];
}

/** The nodes directly below a node, left to right. */
export function children(tree: Tree): readonly Tree[] {
  switch (tree.kind) {
    case "call":
      return tree.args;
    case "unary":
      return [tree.operand];
    case "binary":
      return [tree.left, tree.right];
    default:
      return [];
  }
}

function collect(tree: Tree, pick: (node: Tree) => string | undefined): string[] {
  const own = pick(tree);
  return [...(own === undefined ? [] : [own]), ...children(tree).flatMap((child) => collect(child, pick))];
}
