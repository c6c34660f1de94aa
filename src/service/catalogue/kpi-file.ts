import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { LeadlineError } from "../../language/leadline-error.ts";
import { type Kpi, kpiSchema } from "../../model/kpi.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import type { CatalogueEntry } from "./catalogue.ts";

/** A KPI as one file says it, with the text to find places in. */
export interface KpiFile {
  readonly kpi: Kpi;
  readonly origin: CatalogueEntry["origin"];
  readonly file: string;
  readonly text: string;
}

/** What came of reading a file. */
export interface KpiFileRead {
  readonly file: string;
  readonly read: KpiFile | null;
  readonly problems: readonly LeadlineError[];
}

/** YAML files below a folder, sorted by path; none where the folder is missing. */
export function yamlFiles(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** Reads one file; its path is told relative to `root`. */
export function readKpiFile(path: string, root: string, origin: KpiFile["origin"]): KpiFileRead {
  const file = relative(root, path).split(sep).join("/");
  const text = readFileSync(path, "utf8");
  const parsed = parseYaml(text, kpiSchema, "kpi", file);
  if (!parsed.ok) return { file, read: null, problems: parsed.problems };
  return { file, read: { kpi: parsed.value, origin, file, text }, problems: [] };
}
