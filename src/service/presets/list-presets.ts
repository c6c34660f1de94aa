import { readFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { LoadedPresets } from "../../ingest/presets/load-presets.ts";
import type { Preset } from "../../model/preset.ts";
import { unknownThing } from "../state/changed.ts";
import { textRevision } from "../state/text-revision.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

export interface ListedPreset {
  readonly id: string;
  readonly system: string;
  readonly version: number;
  readonly name: Preset["name"];
  readonly evidence: Preset["evidence"];
  readonly export_guide: Preset["export_guide"];
  readonly settings: Preset["settings"];
  readonly layouts: readonly string[];
  /** `own` ones stand in the workspace's folder presets/. */
  readonly origin: "built-in" | "own";
  /** SHA-256 of the file; null: read-only. */
  readonly revision: string | null;
}

export interface WholePreset extends ListedPreset {
  readonly preset: Preset;
}

type Loaded = LoadedPresets["loaded"][number];

/** The product's presets and the workspace's own. */
export function listPresets(workspace: OpenWorkspace): ListedPreset[] {
  return workspace.presets.loaded.map((loaded) => listed(workspace, loaded));
}

/** One preset with its mapping; throws `preset.unknown`. */
export function getPreset(workspace: OpenWorkspace, id: string): WholePreset {
  const loaded = workspace.presets.loaded.find(({ preset }) => preset.id === id);
  if (loaded) return { ...listed(workspace, loaded), preset: loaded.preset };
  throw unknownThing("preset", id, "See the presets under /api/presets.");
}

/** Whether a preset stands in the workspace. */
export function isOwn({ dir }: OpenWorkspace, { path }: Loaded): boolean {
  return resolve(path).startsWith(resolve(dir) + sep);
}

function listed(workspace: OpenWorkspace, loaded: Loaded): ListedPreset {
  const { id, system, version, name, evidence, export_guide, settings, layouts } = loaded.preset;
  const own = isOwn(workspace, loaded);
  return {
    id,
    system,
    version,
    name,
    evidence,
    export_guide,
    settings,
    layouts: layouts.map((layout) => layout.id),
    origin: own ? "own" : "built-in",
    revision: own ? textRevision(readFileSync(loaded.path, "utf8")) : null,
  };
}
