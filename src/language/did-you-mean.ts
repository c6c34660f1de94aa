/** The known names nearest to a misspelt one, best first, at most three; empty when none is near. */
export function didYouMean(name: string, known: Iterable<string>): readonly string[] {
  const wanted = name.toLowerCase();
  const allowed = Math.max(1, Math.floor(wanted.length / 3));
  return [...new Set(known)]
    .map((candidate) => ({ candidate, distance: nearness(wanted, candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= allowed)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** A remedy that names the nearest known names, or `otherwise`. */
export function didYouMeanText(name: string, known: Iterable<string>, otherwise?: string): string | undefined {
  const near = didYouMean(name, known);
  return near.length === 0 ? otherwise : `Did you mean ${near.join(" or ")}?`;
}

function nearness(wanted: string, candidate: string): number {
  const begins = wanted.length >= 3 && candidate.startsWith(wanted);
  const edits = editDistance(wanted, candidate);
  return begins ? Math.min(edits, 1) : edits;
}

/** Levenshtein's distance: insertions, deletions and substitutions of one character. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}
