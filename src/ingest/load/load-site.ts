import type { LoadedPresets } from "../presets/load-presets.ts";
import type { Site } from "./commit-event.ts";
import type { Progress } from "./progress.ts";

export interface LoadSite extends Site {
  /** The workspace's own data: key, list of forgotten people, temporary files. */
  readonly dataDir: string;
  readonly presets: LoadedPresets;
}

export interface LoadOptions {
  /** A preset's id, or the path of a preset file (`.yaml`). */
  readonly preset?: string;
  /** Which account of the system the file comes from; default: the system's name. */
  readonly connection?: string;
  /** `--set key=value`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Does everything except the commit. */
  readonly dryRun?: boolean;
  /** With a dry run: also what a person wants to see before the file counts. */
  readonly look?: boolean;
  /** One of several files: the caller has the derived tables built once, by `refreshDerived`, after the last. */
  readonly deferBuild?: boolean;
  /** Rows from which a plain table goes straight from the file into its fact; default 200,000. */
  readonly manyRows?: number;
  /** The file brings records that had landed: their addresses are hidden, and known already. */
  readonly landed?: boolean;
  /** Of reasons and notices; default: the workspace's. */
  readonly language?: "en" | "zh";
  readonly onProgress?: (progress: Progress) => void;
}
