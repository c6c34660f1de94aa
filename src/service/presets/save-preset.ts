import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { oneAtATime } from "../../ingest/load/one-at-a-time.ts";
import { checkPreset } from "../../ingest/presets/check-preset.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import { presetSchema } from "../../model/preset.ts";
import { StateChanged } from "../../store/state-changed.ts";
import { mergeYaml } from "../state/merge-yaml.ts";
import { textRevision } from "../state/text-revision.ts";
import { writeWhole } from "../state/write-whole.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { getPreset, isOwn, type WholePreset } from "./list-presets.ts";

/**
 * Writes a preset of the team's own into `presets/<id>/preset.yaml`; files load by it at once. `revision` is that of the
 * preset that is replaced, null for a new one. Throws `state.changed`, `preset.built_in`, `preset.other_id`, and what
 * `checkPreset` finds. With `overBuiltIn` the workspace's own preset takes the place of the product's of the same id.
 */
export function savePreset(
  workspace: OpenWorkspace,
  id: string,
  revision: string | null,
  preset: Readonly<Record<string, unknown>>,
  { overBuiltIn = false }: { readonly overBuiltIn?: boolean } = {},
): Promise<WholePreset> {
  return oneAtATime(workspace.engine, async () => {
    const path = ownPath(workspace, id, overBuiltIn);
    const old = existsSync(path) ? readFileSync(path, "utf8") : null;
    if ((old === null ? null : textRevision(old)) !== revision)
      throw new StateChanged(`The preset ${id}`, current(workspace, id), { key: id });
    const text = (old === null ? null : mergeYaml(old, preset)) ?? stringify(preset, { lineWidth: 0 });
    checkText(id, text, path);
    mkdirSync(dirname(path), { recursive: true });
    writeWhole(path, text);
    workspace.reload();
    return getPreset(workspace, id);
  });
}

/** A preset as a text, checked as if it stood in a file; throws the first problem. */
export function presetText(preset: Readonly<Record<string, unknown>>): string {
  const text = stringify(preset, { lineWidth: 0 });
  checkText(String(preset.id), text, "preset.yaml");
  return text;
}

function checkText(id: string, text: string, path: string): void {
  const read = parseYaml(text, presetSchema, "preset", path);
  const problems = read.ok ? checkPreset(read.value, text, path) : read.problems;
  if (problems[0]) throw problems[0];
  if (read.ok && read.value.id !== id)
    throw new LeadlineError("preset.other_id", `The preset calls itself ${read.value.id}, not ${id}.`, "Use one id.", {
      key: "id",
    });
}

function ownPath(workspace: OpenWorkspace, id: string, overBuiltIn: boolean): string {
  const loaded = workspace.presets.loaded.find(({ preset }) => preset.id === id);
  if (loaded === undefined || (overBuiltIn && !isOwn(workspace, loaded)))
    return join(workspace.dir, "presets", id, "preset.yaml");
  if (isOwn(workspace, loaded)) return loaded.path;
  throw new LeadlineError(
    "preset.built_in",
    `The preset ${id} comes with Leadline and is not changed here.`,
    "Give yours another id.",
    { key: id },
  );
}

/** The preset as it stands now; null where its file cannot be read as one. */
function current(workspace: OpenWorkspace, id: string): WholePreset | null {
  workspace.reload();
  return workspace.presets.loaded.some(({ preset }) => preset.id === id) ? getPreset(workspace, id) : null;
}
