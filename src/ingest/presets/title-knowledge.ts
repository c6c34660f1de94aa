import { columnNames } from "../../language/names.ts";
import { parse } from "../../language/parse.ts";
import { type FactId, isFactId } from "../../model/facts.ts";
import type { Preset } from "../../model/preset.ts";
import { normaliseTitle } from "../files/normalise-title.ts";

/** A column of a fact, and the presets that fill it from a column of some title. */
export interface KnownUse {
  readonly fact: FactId;
  readonly column: string;
  readonly presets: readonly string[];
}

/** Title (normalised) -> what presets make of it, the most usual first. */
export type TitleKnowledge = ReadonlyMap<string, readonly KnownUse[]>;

/** What the presets know about titles: an unknown file mostly calls its columns as some known one does. */
export function titleKnowledge(presets: readonly Preset[]): TitleKnowledge {
  const uses = new Map<string, Map<string, Set<string>>>();
  for (const preset of presets)
    for (const layout of preset.layouts) {
      const targets = targetsOf(layout.facts);
      for (const [field, column] of Object.entries(layout.columns))
        for (const title of Array.isArray(column) ? column : column.titles)
          for (const target of targets.get(field) ?? []) {
            const key = normaliseTitle(title);
            const found = uses.get(key) ?? new Map<string, Set<string>>();
            uses.set(key, found);
            found.set(target, (found.get(target) ?? new Set<string>()).add(preset.id));
          }
    }
  return new Map(
    [...uses].map(([title, targets]) => [
      title,
      [...targets]
        .toSorted(([a, one], [b, other]) => other.size - one.size || a.localeCompare(b))
        .flatMap(([target, ids]) => {
          const [fact = "", column = ""] = target.split(" ");
          return isFactId(fact) ? [{ fact, column, presets: [...ids] }] : [];
        }),
    ]),
  );
}

/** Field -> `fact column` of every mapping that reads this field alone. */
function targetsOf(facts: Preset["layouts"][number]["facts"]): ReadonlyMap<string, readonly string[]> {
  const targets = new Map<string, string[]>();
  for (const { fact, set } of facts)
    for (const [column, expression] of Object.entries(set)) {
      const [field, ...others] = new Set(columnNames(parse(expression, "row")));
      if (field === undefined || others.length > 0 || column.startsWith("attributes.")) continue;
      targets.set(field, [...(targets.get(field) ?? []), `${fact} ${column}`]);
    }
  return targets;
}
