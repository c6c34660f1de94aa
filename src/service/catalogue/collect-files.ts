import { LeadlineError } from "../../language/leadline-error.ts";
import type { KpiFile } from "./kpi-file.ts";
import { placeInYaml } from "./place-in-yaml.ts";

export interface Collected {
  /** The file that speaks for each id. */
  readonly chosen: ReadonlyMap<string, KpiFile>;
  /** Built-in files behind the overrides. */
  readonly overridden: ReadonlyMap<string, KpiFile>;
  readonly problems: readonly LeadlineError[];
}

/** Chooses one file for each id: a workspace's before the built-in one, the first of two with the same id. */
export function collectFiles(files: readonly KpiFile[]): Collected {
  const builtIn = new Map<string, KpiFile>();
  const own = new Map<string, KpiFile>();
  const problems: LeadlineError[] = [];
  for (const file of files) {
    const { id, version } = file.kpi;
    const layer = file.origin === "built-in" ? builtIn : own;
    const earlier = layer.get(id);
    const original = builtIn.get(id);
    if (earlier !== undefined) problems.push(twice(file, earlier));
    else if (layer === own && original !== undefined && version <= original.kpi.version)
      problems.push(versionTaken(file, original));
    else layer.set(id, file);
  }
  const overridden = new Map([...own.keys()].flatMap((id) => entryOf(builtIn, id)));
  return { chosen: new Map([...builtIn, ...own]), overridden, problems };
}

function entryOf(files: ReadonlyMap<string, KpiFile>, id: string): readonly (readonly [string, KpiFile])[] {
  const file = files.get(id);
  return file === undefined ? [] : [[id, file]];
}

function twice({ kpi, text, file }: KpiFile, earlier: KpiFile): LeadlineError {
  return new LeadlineError(
    "kpi.twice",
    `The KPI ${kpi.id} is already defined in ${earlier.file}, which stays in use.`,
    "Give one of the two another id, or remove it.",
    placeInYaml(text, file, ["id"]),
  );
}

function versionTaken({ kpi, text, file }: KpiFile, original: KpiFile): LeadlineError {
  const { version } = original.kpi;
  return new LeadlineError(
    "kpi.version_taken",
    `${kpi.id}@${version} is the built-in definition, so this file must carry a version of its own; the built-in one stays in use.`,
    `Write version: ${version + 1} (or higher) into the file.`,
    placeInYaml(text, file, ["version"]),
  );
}
