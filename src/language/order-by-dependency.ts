import { LANGUAGE_ERRORS } from "./language-error.ts";
import { LeadlineError } from "./leadline-error.ts";
import { names } from "./names.ts";
import type { Tree } from "./tree.ts";

/**
 * The ids in an order in which each comes after those its formula names; ids without a tie keep the map's order. A formula
 * that names its own id means the measure of that name, so that is no dependency; neither is a name in `ownNames(id)`.
 * Throws `formula.cycle` naming the circle, such as `a → b → a`.
 */
export function orderByDependency(
  trees: ReadonlyMap<string, Tree>,
  ownNames: (id: string) => ReadonlySet<string> = () => new Set(),
): readonly string[] {
  const ordered = new Set<string>();
  const path: string[] = [];
  const visit = (id: string): void => {
    if (ordered.has(id)) return;
    const start = path.indexOf(id);
    if (start >= 0) throw cycle([...path.slice(start), id]);
    const tree = trees.get(id);
    if (tree === undefined) return;
    path.push(id);
    const own = ownNames(id);
    for (const name of names(tree)) if (name !== id && !own.has(name) && trees.has(name)) visit(name);
    path.pop();
    ordered.add(id);
  };
  for (const id of trees.keys()) visit(id);
  return [...ordered];
}

function cycle(circle: readonly string[]): LeadlineError {
  const sentence = `These formulas need each other in a circle: ${circle.join(" → ")}.`;
  return new LeadlineError("formula.cycle", sentence, LANGUAGE_ERRORS["formula.cycle"], { key: circle[0] ?? "" });
}
