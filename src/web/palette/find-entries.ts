/** Something the palette can open or do. */
export interface Entry {
  readonly id: string;
  readonly group: "pages" | "boards" | "views" | "kpis" | "channels" | "periods" | "actions";
  /** As the reader reads it. */
  readonly label: string;
  /** What it is found by besides its label: ids, the name in the other language. */
  readonly words: string;
  /** How a Chinese label sounds, as `soundOf` writes it. */
  readonly sound?: string;
  readonly hint?: string;
}

const SHOWN_OF_A_GROUP = 8;
const ORDER: readonly Entry["group"][] = ["pages", "boards", "views", "kpis", "channels", "periods", "actions"];

/** How well an entry fits, smaller is better; null where a word is missing. */
function distance(entry: Entry, words: readonly string[]): number | null {
  const label = entry.label.toLowerCase();
  const all = `${label} ${entry.words.toLowerCase()}`;
  const sounds = (word: string) => entry.sound?.includes(` ${word}`) ?? false;
  if (!words.every((word) => all.includes(word) || sounds(word))) return null;
  const [first = ""] = words;
  if (words.length > 1 && label.startsWith(words.join(" "))) return -1;
  if (label.startsWith(first) || entry.sound?.startsWith(` ${first}`)) return 0;
  if (new RegExp(`(^|[\\s_/-])${first.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`).test(all) || sounds(first)) return 1;
  return 2;
}

/**
 * Entries that hold every word searched for, group by group, the best first and at most eight of a group. Without a word:
 * pages, boards, views and all actions, for everything else is found by typing.
 */
export function findEntries<Found extends Entry>(entries: readonly Found[], search: string): Found[] {
  const words = search.toLowerCase().split(/\s+/u).filter(Boolean);
  const rated = entries.flatMap((entry) => {
    const far = words.length === 0 ? 0 : distance(entry, words);
    return far === null ? [] : [{ entry, far }];
  });
  const best = new Map(
    ORDER.map((group) => [
      group,
      Math.min(...rated.filter(({ entry }) => entry.group === group).map(({ far }) => far)),
    ]),
  );
  const groups = words.length === 0 ? (["pages", "boards", "views", "actions"] as const) : ORDER;
  return [...groups]
    .sort((a, b) => (words.length === 0 ? 0 : (best.get(a) ?? 3) - (best.get(b) ?? 3)))
    .flatMap((group) =>
      rated
        .filter(({ entry }) => entry.group === group)
        .sort((a, b) => a.far - b.far)
        .slice(0, words.length === 0 && group === "actions" ? rated.length : SHOWN_OF_A_GROUP)
        .map(({ entry }) => entry),
    );
}
