import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { simulate } from "./simulate/simulate.ts";
import { type Story, stories } from "./stories.ts";
import { type Truth, truthOf } from "./truth/truth.ts";
import type { OutFile } from "./write/file.ts";
import { writeNotes } from "./write/notes.ts";
import { writeWorkspace } from "./write/workspace.ts";
import { writeExports } from "./write/write.ts";

export interface DemoOptions {
  readonly seed?: number;
  /** The day on which the exports were made, ISO; everything ends the day before. */
  readonly today?: string;
}

export interface Demo {
  /** Paths below the folder, exports in the order in which they are to be loaded. */
  readonly files: readonly string[];
  readonly truth: Truth;
  /** What the team noted on the time axis. */
  readonly stories: readonly Story[];
}

export const DEMO_DEFAULTS = { seed: 20241101, today: "2026-11-20" } as const;

const PRESETS = join(import.meta.dirname, "presets");
const OWN_KPIS = join(import.meta.dirname, "kpis");

/**
 * Writes the demo company into a folder: `leadline.yaml`, `README.md`, `presets/`, `kpis/`, `exports/` and `truth.json`. The same seed and day
 * give the same bytes.
 */
export function generateDemo(folder: string, options: DemoOptions = {}): Demo {
  const { seed, today } = { ...DEMO_DEFAULTS, ...options };
  const world = simulate(seed, today);
  const truth = truthOf(world, seed);
  const files: OutFile[] = [
    writeWorkspace(world),
    writeNotes(world),
    ...readdirSync(PRESETS)
      .sort()
      .map((name) => `${name}/preset.yaml`)
      .map((name) => ({ path: `presets/${name}`, bytes: readFileSync(join(PRESETS, name)) })),
    ...readdirSync(OWN_KPIS)
      .sort()
      .map((name) => ({ path: `kpis/${name}`, bytes: readFileSync(join(OWN_KPIS, name)) })),
    ...writeExports(world),
    { path: "truth.json", bytes: Buffer.from(`${JSON.stringify(truth, null, 1)}\n`) },
  ];
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return { files: files.map(({ path }) => path), truth, stories: stories(world.start) };
}
