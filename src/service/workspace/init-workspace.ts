import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { stringify } from "yaml";
import { LeadlineError } from "../../language/leadline-error.ts";
import { type Workspace, workspaceSchema } from "../../model/workspace.ts";
import { SETTINGS_FILE } from "./read-settings.ts";

export type InitOptions = Partial<
  Pick<Workspace, "name" | "currency" | "timezone" | "fiscal_year_start" | "week_start" | "language">
>;

/** Makes a workspace, named like its folder unless asked otherwise: `leadline.yaml` and the folders for a team's own KPIs and presets. Refuses a folder that has one. */
export function initWorkspace(dir: string, options: InitOptions): { dir: string; settings: Workspace } {
  if (existsSync(join(dir, SETTINGS_FILE))) {
    throw new LeadlineError(
      "workspace.exists",
      `${dir} is a Leadline workspace already.`,
      "Change its settings in leadline.yaml, or name another folder.",
      { file: join(dir, SETTINGS_FILE) },
    );
  }
  if (existsSync(dir) && readdirSync(dir).some((name) => name === ".leadline")) {
    throw new LeadlineError(
      "workspace.remains",
      `${dir} holds the data of an earlier workspace (.leadline) but no ${SETTINGS_FILE}.`,
      "Put its leadline.yaml back, or name another folder.",
      { file: dir },
    );
  }
  const read = workspaceSchema.safeParse({ name: basename(resolve(dir)) || undefined, ...options });
  if (!read.success) {
    const issue = read.error.issues[0];
    const key = issue?.path.join(".") ?? "";
    throw new LeadlineError(
      "usage.setting",
      `--${key.replaceAll("_", "-")}: ${issue?.message ?? "not valid"}`,
      "See leadline init --help.",
      {
        key,
      },
    );
  }
  const { name, currency, timezone, language, fiscal_year_start, week_start } = read.data;
  mkdirSync(join(dir, "kpis"), { recursive: true });
  mkdirSync(join(dir, "presets"), { recursive: true });
  const text = stringify({ name, currency, timezone, language, fiscal_year_start, week_start });
  writeFileSync(join(dir, SETTINGS_FILE), `${text}\n# Everything else a team can set: docs/reference/settings.md\n`);
  return { dir, settings: read.data };
}
