import { children } from "./names.ts";
import type { Tree } from "./tree.ts";

/** How many periods back a formula looks at most: 0 = its own period only, 1 = `previous(x)`, 2 = `previous(previous(x))`. */
export function usesPrevious(tree: Tree): number {
  const below = Math.max(0, ...children(tree).map(usesPrevious));
  return tree.kind === "call" && tree.fn === "previous" ? below + 1 : below;
}
