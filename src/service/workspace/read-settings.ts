import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { LeadlineError } from "../../language/leadline-error.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import { type Workspace, workspaceSchema } from "../../model/workspace.ts";

export const SETTINGS_FILE = "leadline.yaml";

/** Reads a workspace's `leadline.yaml`; throws `workspace.missing`, `workspace.syntax` or `workspace.invalid` with the line. */
export function readSettings(dir: string): Workspace {
  const file = join(dir, SETTINGS_FILE);
  if (!existsSync(file)) {
    throw new LeadlineError(
      "workspace.missing",
      `${dir} is not a Leadline workspace: it has no ${SETTINGS_FILE}.`,
      `Make one with "leadline init ${dir}".`,
      { file },
    );
  }
  const parsed = parseYaml(readFileSync(file, "utf8"), workspaceSchema, "workspace", SETTINGS_FILE);
  if (parsed.ok) return parsed.value;
  throw (
    parsed.problems[0] ??
    new LeadlineError("workspace.invalid", "leadline.yaml cannot be read.", "Correct it.", { file })
  );
}
