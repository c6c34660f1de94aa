/** So many notes that differ in one figure alone are still read one by one. */
const MOST_ALIKE = 3;

const FIGURE = /\d+(?:,\d{3})*(?:\.\d+)?/g;
const amount = (figure: string) => Number(figure.replaceAll(",", ""));

export interface NumberedNotes {
  /** The notes as they stand under the table. */
  readonly said: readonly string[];
  /** Of each text the number of its note, from 1. */
  readonly numberOf: ReadonlyMap<string, number>;
}

/** Notes to number, each text once; many that differ in one figure alone become one that says from where to where it goes. */
export function numberedNotes(texts: readonly string[]): NumberedNotes {
  const alike = Map.groupBy(new Set(texts), (text) => text.replaceAll(FIGURE, "#"));
  const groups = [...alike.values()].flatMap((group) => {
    const range = group.length > MOST_ALIKE ? rangeOf(group) : null;
    return range === null ? group.map((text) => ({ said: text, texts: [text] })) : [{ said: range, texts: group }];
  });
  return {
    said: groups.map(({ said }) => said),
    numberOf: new Map(groups.flatMap((group, i) => group.texts.map((text) => [text, i + 1] as const))),
  };
}

/** Texts of one pattern as one, where a single figure tells them apart. */
function rangeOf(texts: readonly string[]): string | null {
  const figures = texts.map((text) => text.match(FIGURE) ?? []);
  const [first = ""] = texts;
  const differing = (figures[0] ?? []).flatMap((figure, at) => (figures.some((one) => one[at] !== figure) ? [at] : []));
  const [slot] = differing;
  if (slot === undefined || differing.length > 1) return null;
  const ends = figures.map((one) => one[slot] ?? "").sort((a, b) => amount(a) - amount(b));
  let at = -1;
  return first.replaceAll(FIGURE, (figure) => {
    at += 1;
    return at === slot ? `${ends[0]}–${ends.at(-1)}` : figure;
  });
}
