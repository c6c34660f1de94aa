import { CLOSED_LISTS, listWord } from "./closed-lists.ts";
import type { DraftColumn } from "./mapping-api.ts";
import { type At, fillingOf, mappingAt, type PresetJson, withWords } from "./preset-json.ts";

/** Translates the words of columns that fill closed lists, as far as the words themselves tell; what a person said stays. */
export function withSuggestions(preset: PresetJson, at: At, columns: readonly DraftColumn[]): PresetJson {
  const { fact, set } = mappingAt(preset, at);
  let suggested = preset;
  for (const [target, expression] of Object.entries(set)) {
    const words = CLOSED_LISTS[`${fact}.${target}`];
    const filling = fillingOf(expression);
    if (!words || filling.kind !== "column") continue;
    const values = columns.find(({ field }) => field === filling.field)?.values;
    if (!values || values.every((value) => words.includes(value))) continue;
    const guess = suggestWords(values, words, (word, language) => listWord(`${fact}.${target}`, word, language));
    suggested = withWords(suggested, at, target, filling.field, guess);
  }
  return suggested;
}

/** Which word of a closed list each value of the file stands for, where that can be told; "" where not. */
export function suggestWords(
  values: readonly string[],
  words: readonly string[],
  nameOf: (word: string, language: "en" | "zh") => string,
): Record<string, string> {
  const plain = (text: string) =>
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/[\s_-]+/g, "");
  return Object.fromEntries(
    values.map((value) => {
      const text = plain(value);
      const same = words.find((word) =>
        [word, nameOf(word, "en"), nameOf(word, "zh")].some((one) => plain(one) === text),
      );
      const within = words.filter((word) => text.includes(plain(word)) || text.includes(plain(nameOf(word, "zh"))));
      return [value, same ?? (within.length === 1 ? (within[0] ?? "") : "")];
    }),
  );
}
