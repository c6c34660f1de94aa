import { isDeepStrictEqual } from "node:util";
import type { ClassifyProgress } from "../../ingest/load/classify-channels.ts";
import { takeTurn } from "../../ingest/load/clean-uncommitted.ts";
import { oneAtATime } from "../../ingest/load/one-at-a-time.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";
import { StateChanged } from "../../store/state-changed.ts";
import { mergeYaml } from "../state/merge-yaml.ts";
import { writeWhole } from "../state/write-whole.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { checkPatterns } from "./check-patterns.ts";
import { goBySettings, otherRules } from "./go-by-settings.ts";
import {
  type ListedSettings,
  listSettings,
  type OpenSettings,
  readSettingsFile,
  type SettingsFile,
} from "./settings-file.ts";

export interface ChangedSettings extends ListedSettings {
  /** The derived tables were built anew for them. */
  readonly rebuilt: boolean;
  /** The channels of what is loaded were told anew. */
  readonly classified: boolean;
  /** Loads whose channels were told by other rules and cannot be told anew, because their preset is not there any more. */
  readonly load_again: readonly { readonly load_id: string; readonly file: string }[];
}

/**
 * Writes settings into `leadline.yaml`, whose comments stay, and lets the open workspace go by them; loads that are under
 * way come first. Channels of everything loaded are told anew when their rules change. Nothing is written when that, or the
 * derived tables, cannot be done. Throws `state.changed`,
 * `settings.pattern`, `settings.by_hand`.
 */
export function changeSettings(
  workspace: OpenWorkspace,
  revision: string,
  wanted: OpenSettings,
  onProgress?: ClassifyProgress,
): Promise<ChangedSettings> {
  const { dir, engine, now, presets } = workspace;
  return oneAtATime(engine, async () => {
    await takeTurn(engine);
    const file = readSettingsFile(dir);
    refuseStale(workspace, file, revision);
    const settings: Workspace = { ...wanted, warehouse: file.settings.warehouse };
    const text = written(file, settings);
    await checkPatterns(engine, settings);
    const { rebuilt, classified } = await goBySettings({ engine, settings, now, presets }, onProgress);
    try {
      // Somebody may have saved the file in an editor while the tables were built.
      refuseStale(workspace, readSettingsFile(dir), revision);
      if (text !== file.text) writeWhole(file.path, text);
    } catch (error) {
      if (rebuilt) await goBySettings(workspace);
      throw error;
    }
    workspace.reload();
    return { ...listSettings(dir, workspace.settings), rebuilt, classified, load_again: await loadAgain(workspace) };
  });
}

/** Throws `state.changed` when the settings were changed since this revision was read. */
export function checkRevision(workspace: OpenWorkspace, revision: string): void {
  refuseStale(workspace, readSettingsFile(workspace.dir), revision);
}

function refuseStale(workspace: OpenWorkspace, file: SettingsFile, revision: string): void {
  if (file.revision === revision) return;
  throw new StateChanged("leadline.yaml", listSettings(workspace.dir, workspace.settings), { file: file.path });
}

/** The file's text with the settings that differ; defaults that nobody wrote down stay unwritten. */
function written({ text, said, settings: before, path }: SettingsFile, after: Workspace): string {
  const keys = Object.keys(after) as (keyof Workspace)[];
  const changed = keys.filter((key) => !isDeepStrictEqual(before[key], after[key]));
  const next: Record<string, unknown> = { ...said };
  for (const key of changed) {
    if (after[key] === undefined) delete next[key];
    else next[key] = withoutEmptyLists(after[key]);
  }
  for (const key of Object.keys(said)) if (!(key in after)) delete next[key];
  const merged =
    changed.length === 0 && Object.keys(next).length === Object.keys(said).length ? text : mergeYaml(text, next);
  if (merged !== null) return merged;
  throw new LeadlineError(
    "settings.by_hand",
    "leadline.yaml uses anchors or merge keys where it would have to change.",
    "Change the file by hand; it is read again when Leadline starts.",
    { file: path },
  );
}

/** Entries of lists as people write them: a list that is empty is not mentioned. */
function withoutEmptyLists(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((entry) =>
    typeof entry === "object" && entry !== null
      ? Object.fromEntries(Object.entries(entry).filter(([, part]) => !(Array.isArray(part) && part.length === 0)))
      : entry,
  );
}

/** Loads that count and whose channels were told by other rules, where these cannot be told anew. */
async function loadAgain(workspace: OpenWorkspace): Promise<ChangedSettings["load_again"]> {
  const { stale } = await otherRules(workspace);
  const { loads, visible } = await workspace.inventory();
  const counting = new Set(visible.filter((part) => !isReplaced(part)).map(({ loadNo }) => loadNo));
  return loads
    .filter(({ loadNo }) => counting.has(loadNo) && stale.some((load) => load.loadNo === loadNo))
    .map(({ loadId, file }) => ({ load_id: loadId, file }));
}

/** A later load covers all its days. */
function isReplaced({ from, to, hidden }: VisiblePart): boolean {
  return hidden.some(
    (range) => range.only === undefined && from !== null && to !== null && range.from <= from && range.to >= to,
  );
}

/** Whether these settings would have the channels of what is loaded told anew. */
export async function changesChannels(workspace: OpenWorkspace, wanted: OpenSettings): Promise<boolean> {
  const { engine, now, presets } = workspace;
  const { stale } = await otherRules({
    engine,
    now,
    presets,
    settings: { ...wanted, warehouse: workspace.settings.warehouse },
  });
  return stale.some(({ known }) => known);
}
