import { listWord } from "./closed-lists.ts";
import { FACT_WORDS } from "./fact-words.ts";
import { fillingOf, type MappingJson } from "./preset-json.ts";

/** What each mapping of a layout gives; of several that give the same fact, what sets them apart, else their number. */
export function partNames(mappings: readonly MappingJson[], language: "en" | "zh"): string[] {
  return mappings.map((mapping, index) => {
    const { fact } = mapping;
    const name = FACT_WORDS[fact as keyof typeof FACT_WORDS]?.[language].name ?? fact;
    const alike = mappings.filter((one) => one.fact === fact);
    if (alike.length === 1) return name;
    const apart = Object.keys(mapping.set).find(
      (column) => new Set(alike.map((one) => constantOf(one, column))).size === alike.length,
    );
    const word = apart && constantOf(mapping, apart);
    return `${name}${language === "zh" ? "：" : ": "}${word ? listWord(`${fact}.${apart}`, word, language) : mappings.slice(0, index + 1).filter((one) => one.fact === fact).length}`;
  });
}

function constantOf({ set }: MappingJson, column: string): string | undefined {
  const filling = fillingOf(set[column] ?? "");
  return filling.kind === "constant" ? filling.value : undefined;
}
