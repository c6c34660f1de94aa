/** Why two names may be the same campaign's: they read alike, one holds the other's platform id, one holds all words of the other. */
export type Likeness = "same_text" | "holds_id" | "same_words";

export interface NamedCampaign {
  readonly campaign: string;
  /** Names and platform ids. */
  readonly names: readonly string[];
  readonly ids: readonly string[];
}

export interface Suggestion {
  readonly campaign: string;
  readonly why: Likeness;
}

const UMLAUTS: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** The words of a name, in lower case and without accents, as links write them. */
function words(name: string): readonly string[] {
  const plain = name
    .normalize("NFC")
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "");
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}

const LIKENESSES: readonly Likeness[] = ["same_text", "holds_id", "same_words"];

/** Shorter numbers are years and sizes. */
const SHORTEST_ID = 6;

function likeness(name: string, { names, ids }: NamedCampaign): Likeness | null {
  const own = words(name);
  if (own.length === 0) return null;
  const others = names.map(words);
  if (others.some((other) => other.join("") === own.join(""))) return "same_text";
  if (ids.some((id) => id.length >= SHORTEST_ID && own.includes(id.toLowerCase()))) return "holds_id";
  const holds = (all: readonly string[], some: readonly string[]): boolean =>
    some.length >= 2 && some.every((word) => all.includes(word));
  return others.some((other) => holds(other, own) || holds(own, other)) ? "same_words" : null;
}

/** The campaign that a name is most likely another name of; null where none is, or two are as likely. */
export function suggestCampaign(name: string, campaigns: readonly NamedCampaign[]): Suggestion | null {
  const found = campaigns.flatMap((one): Suggestion[] => {
    const why = likeness(name, one);
    return why === null ? [] : [{ campaign: one.campaign, why }];
  });
  for (const why of LIKENESSES) {
    const [first, ...others] = found.filter((one) => one.why === why);
    if (first !== undefined) return others.length === 0 ? first : null;
  }
  return null;
}
