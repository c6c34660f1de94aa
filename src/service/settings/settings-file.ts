import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { parse } from "yaml";
import type { Workspace } from "../../model/workspace.ts";
import { textRevision } from "../state/text-revision.ts";
import { readSettings, SETTINGS_FILE } from "../workspace/read-settings.ts";

/** Where the warehouse is can hold a password and only counts from the next start: it is set in the file by hand. */
export type OpenSettings = Omit<Workspace, "warehouse">;

export interface SettingsFile {
  readonly path: string;
  readonly text: string;
  readonly revision: string;
  readonly settings: Workspace;
  /** What the file itself says, without defaults. */
  readonly said: Readonly<Record<string, unknown>>;
}

/** Reads `leadline.yaml` as it stands now; throws what `readSettings` throws. */
export function readSettingsFile(dir: string): SettingsFile {
  const path = join(dir, SETTINGS_FILE);
  const settings = readSettings(dir);
  const text = readFileSync(path, "utf8");
  return { path, text, revision: textRevision(text), settings, said: parse(text, { merge: true }) ?? {} };
}

export interface ListedSettings {
  readonly revision: string;
  readonly settings: OpenSettings;
  /** Keys that the file sets itself; the others stand at their defaults. */
  readonly set: readonly string[];
  /** false: the file was changed outside, and what is open still goes by the earlier one. */
  readonly applied: boolean;
}

/** The settings with their defaults, and the revision to base a change on; throws `workspace.invalid` and its like. */
export function listSettings(dir: string, open: Workspace): ListedSettings {
  const { revision, settings, said } = readSettingsFile(dir);
  return {
    revision,
    settings: openSettings(settings),
    set: Object.keys(said).filter((key) => key !== "warehouse"),
    applied: isDeepStrictEqual(settings, open),
  };
}

function openSettings({ warehouse: _, ...rest }: Workspace): OpenSettings {
  return rest;
}
