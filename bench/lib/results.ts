import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const bench = join(import.meta.dirname, "..");
/** Everything that is made for measuring; not kept in the repository. */
export const DATA = join(bench, ".data");
const KEPT = join(DATA, "results.json");

/** A chapter of the results: its text in Markdown, and when and on what it was measured. */
export interface Chapter {
  readonly text: string;
  readonly measured: string;
}

const ORDER = ["board", "load", "start", "pages"];

/** Writes `RESULTS.md` from this run's chapters and the last ones of those that were not run. */
export function writeResults(chapters: Readonly<Record<string, Chapter>>): void {
  mkdirSync(DATA, { recursive: true });
  const before = existsSync(KEPT) ? JSON.parse(readFileSync(KEPT, "utf8")) : {};
  const all: Record<string, Chapter> = { ...before, ...chapters };
  writeFileSync(KEPT, JSON.stringify(all, null, 2));
  const parts = ORDER.flatMap((name) => {
    const chapter = all[name];
    return chapter === undefined ? [] : [`${chapter.text}\n\n_${chapter.measured}_`];
  });
  writeFileSync(join(bench, "RESULTS.md"), `${[HEAD, ...parts].join("\n\n")}\n`);
}

const HEAD = `# Benchmarks

Made by \`npm run bench\` (or \`npm run bench -- board\`, \`load\`, \`start\`, \`pages\`); this file is written by it. What counts are the
**ratios**: rivals run in turn in one go, and each ratio is the median over the rounds of one's time divided by the
other's of the same round, with the quartiles in brackets. Data is made up, the same on every machine.`;

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}
