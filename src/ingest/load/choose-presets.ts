import { resolve } from "node:path";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { Preset } from "../../model/preset.ts";
import { type LoadedPresets, readPreset } from "../presets/load-presets.ts";

export interface ChosenPresets {
  readonly presets: readonly Preset[];
  readonly presetId: string | undefined;
  /** Folder of each preset, where its lookups are. */
  readonly folders: ReadonlyMap<string, string>;
}

/** The presets that a file may be read by: all, the one of an id, or a preset file of the person's own. */
export function choosePresets({ presets, loaded }: LoadedPresets, wanted: string | undefined): ChosenPresets {
  const folders = new Map(loaded.map(({ preset, folder }) => [preset.id, folder]));
  if (wanted === undefined || !/\.ya?ml$/i.test(wanted)) return { presets, presetId: wanted, folders };
  const read = readPreset(resolve(wanted));
  if (!read.ok)
    throw read.problems[0] ?? new LeadlineError("preset.unreadable", `${wanted} cannot be read.`, "Check the path.");
  const { preset, folder } = read.loaded;
  return { presets: [preset], presetId: preset.id, folders: new Map([[preset.id, folder]]) };
}
