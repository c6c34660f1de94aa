import { FACTS, isFactId } from "./facts.ts";
import type { FactMapping, Layout, Preset } from "./preset.ts";

/**
 * A preset whose layouts say in full what `deleted` means: a row for which it holds gives no fact, but a deletion of the
 * layout's record. What else the record told goes with it, or holds for a deleted record as well (a merge, a form).
 */
export function expandDeleted(preset: Preset): Preset {
  return { ...preset, layouts: preset.layouts.map(expanded) };
}

function expanded(layout: Layout): Layout {
  const { deleted, facts } = layout;
  if (deleted === undefined) return layout;
  const isDeleted = `coalesce(${deleted}, false)`;
  const standing = facts.map((mapping) => ({
    ...mapping,
    when: mapping.when === undefined ? `not(${isDeleted})` : `and(not(${isDeleted}), ${mapping.when})`,
  }));
  const gone = new Map(facts.flatMap((mapping) => deletionOf(mapping, isDeleted)));
  return { ...layout, facts: [...standing, ...gone.values()] };
}

function deletionOf({ fact, set }: FactMapping, when: string): (readonly [record: string, FactMapping])[] {
  const id = set.external_id;
  if (id === undefined || !isFactId(fact) || FACTS[fact].loading !== "entity") return [];
  const mapping = { fact: "deletion", when, set: { external_id: id, deleted_fact: `'${fact}'` }, scope: [] };
  return [[`${fact} ${id}`, mapping]];
}
