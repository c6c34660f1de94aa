import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { LeadlineError } from "../../language/leadline-error.ts";
import { expandDeleted } from "../../model/expand-deleted.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import { type Preset, presetSchema } from "../../model/preset.ts";
import { checkPreset } from "./check-preset.ts";

interface LoadedPreset {
  readonly preset: Preset;
  readonly path: string;
  /** Where the files of its lookups are looked for first. */
  readonly folder: string;
}

export interface LoadedPresets {
  readonly presets: readonly Preset[];
  readonly loaded: readonly LoadedPreset[];
  /** One for each thing that is wrong; the presets without faults work all the same. */
  readonly problems: readonly LeadlineError[];
}

/**
 * Reads all presets of the product and of a workspace: `presets/<id>/preset.yaml`, `presets/<kind>/<id>/preset.yaml`
 * or `presets/<id>.yaml` below each root.
 * A preset of a later root replaces one of the same id.
 */
export function loadPresets(...roots: readonly string[]): LoadedPresets {
  const byId = new Map<string, LoadedPreset>();
  const problems: LeadlineError[] = [];
  for (const root of roots) {
    const inRoot = new Map<string, string>();
    for (const path of presetFiles(join(root, "presets"))) {
      const read = readPreset(path);
      if (!read.ok) {
        problems.push(...read.problems);
        continue;
      }
      const { id } = read.loaded.preset;
      const earlier = inRoot.get(id);
      if (earlier !== undefined) {
        problems.push(
          new LeadlineError(
            "preset.twice",
            `The preset "${id}" stands in two files: ${earlier} and ${path}.`,
            "Give one of them another id.",
            {
              file: path,
              line: 1,
              key: "id",
            },
          ),
        );
        continue;
      }
      inRoot.set(id, path);
      byId.set(id, read.loaded);
    }
  }
  const loaded = [...byId.values()];
  return { presets: loaded.map(({ preset }) => preset), loaded, problems };
}

export type PresetReading =
  | { readonly ok: true; readonly loaded: LoadedPreset }
  | { readonly ok: false; readonly problems: readonly LeadlineError[] };

/** Reads one preset file; every problem has its line and a remedy. */
export function readPreset(path: string): PresetReading {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const problem = new LeadlineError("preset.unreadable", `${path} cannot be read: ${why}`, "Check the path.", {
      file: path,
    });
    return { ok: false, problems: [problem] };
  }
  const read = parseYaml(text, presetSchema, "preset", path);
  if (!read.ok) return read;
  const problems = checkPreset(read.value, text, path);
  return problems.length > 0
    ? { ok: false, problems }
    : { ok: true, loaded: { preset: expandDeleted(read.value), path, folder: dirname(path) } };
}

function presetFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const path = join(folder, name);
      if (/\.ya?ml$/.test(name)) return [path];
      return statSync(path).isDirectory() ? insideFolder(path) : [];
    });
}

/** A folder is a preset, or holds several of one kind. */
function insideFolder(path: string): string[] {
  const own = join(path, "preset.yaml");
  if (existsSync(own)) return [own];
  return readdirSync(path)
    .toSorted()
    .map((name) => join(path, name, "preset.yaml"))
    .filter((inside) => existsSync(inside));
}
