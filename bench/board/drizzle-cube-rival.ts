import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { type BoardRow, type BoardValues, valuesOfRows } from "./board-values.ts";

const FOLDER = join(import.meta.dirname, "../rivals/drizzle-cube");

export interface DrizzleCubeRival {
  readonly ask: () => Promise<BoardValues>;
  readonly lastMilliseconds: () => number;
  readonly close: () => void;
}

/** Installs drizzle-cube beside the benchmarks where it is missing: it asks for React 18, Leadline's web app has 19. */
function install(): void {
  if (existsSync(join(FOLDER, "node_modules", "drizzle-cube"))) return;
  const flags = ["install", "--legacy-peer-deps", "--no-package-lock", "--no-audit", "--no-fund"];
  const { status } = spawnSync("npm", flags, { cwd: FOLDER, stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("drizzle-cube could not be installed");
}

/** drizzle-cube on a DuckDB file, in a process of its own that takes its own time. */
export async function drizzleCubeRival(file: string): Promise<DrizzleCubeRival> {
  install();
  const child = spawn(process.execPath, [join(FOLDER, "ask.mjs"), file], { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let last = Number.NaN;
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("drizzle-cube ended");
    return value;
  };
  await next();
  return {
    ask: async () => {
      child.stdin.write("\n");
      const { milliseconds, rows } = JSON.parse(await next()) as { milliseconds: number; rows: BoardRow[] };
      last = milliseconds;
      return valuesOfRows(rows);
    },
    lastMilliseconds: () => last,
    close: () => child.stdin.end(),
  };
}
