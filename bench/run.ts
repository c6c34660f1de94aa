/** `npm run bench [-- name…]`: runs the benchmarks (all without names) and writes `RESULTS.md`. */
import { runBoard } from "./board/run-board.ts";
import { type Chapter, writeResults } from "./lib/results.ts";
import { runLoad } from "./load/run-load.ts";
import { runPages } from "./pages/run-pages.ts";
import { runStart } from "./start/run-start.ts";

const BENCHMARKS: Readonly<Record<string, () => Promise<Chapter>>> = {
  board: runBoard,
  load: runLoad,
  start: runStart,
  pages: runPages,
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !(name in BENCHMARKS));
if (unknown.length > 0) {
  process.stderr.write(
    `There is no benchmark ${unknown.join(", ")}; there are ${Object.keys(BENCHMARKS).join(", ")}.\n`,
  );
  process.exit(2);
}
for (const [name, run] of Object.entries(BENCHMARKS)) {
  if (names.length > 0 && !names.includes(name)) continue;
  writeResults({ [name]: await run() });
  process.stderr.write(`${name}: done\n`);
}
