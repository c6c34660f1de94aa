import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { fileErrors } from "../../ingest/files/file-errors.ts";
import { loadFile } from "../../ingest/load/load-file.ts";
import type { LoadOutcome } from "../../ingest/load/load-outcome.ts";
import type { LoadOptions as IngestOptions } from "../../ingest/load/load-site.ts";
import { joinFolder } from "../../ingest/warehouse/join-folder.ts";
import { readTablesFile } from "../../ingest/warehouse/tables-file.ts";
import { warehouseErrors } from "../../ingest/warehouse/warehouse-errors.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/**
 * Loads a folder of a warehouse's tables: they are joined into one file for each layout of the preset, and each of those is
 * loaded as any file is; one that fails does not stop the next. Throws what `joinFolder` throws.
 */
export async function loadFolder(
  workspace: OpenWorkspace,
  folder: string,
  { preset: wanted, ...options }: IngestOptions,
  onFile: (file: string, outcome: LoadOutcome | LeadlineError) => void,
): Promise<void> {
  const { engine, settings, now, dataDir, presets } = workspace;
  const known = presets.loaded
    .filter((each) => existsSync(join(each.folder, "tables.yaml")))
    .map((each) => `${basename(dirname(each.folder))}/${basename(each.folder)}`);
  if (wanted === undefined) throw warehouseErrors.noPreset(folder, known);
  const id = wanted.replaceAll("/", "_");
  const found = presets.loaded.find(({ preset }) => preset.id === id);
  if (!found) throw fileErrors.noPreset(wanted, known);
  const { preset } = found;
  const tables = readTablesFile(
    preset.id,
    found.folder,
    preset.layouts.map((layout) => layout.id),
  );
  const work = join(dataDir, "tables");
  await mkdir(work, { recursive: true, mode: 0o700 });
  const outDir = await mkdtemp(join(work, "join-"));
  try {
    const joined = (await joinFolder(engine, folder, preset, tables, outDir)).filter(({ rows }) => rows > 0);
    if (joined.length === 0) throw warehouseErrors.noRows(folder);
    for (const { layout, path } of joined) {
      const narrowed = { ...preset, layouts: preset.layouts.filter((each) => each.id === layout) };
      const site = {
        engine,
        settings,
        now,
        dataDir,
        presets: { ...presets, presets: [narrowed], loaded: [{ ...found, preset: narrowed }] },
      };
      try {
        onFile(path, await loadFile(site, path, { ...options, deferBuild: true }));
      } catch (error) {
        if (!(error instanceof LeadlineError)) throw error;
        onFile(path, error);
      }
    }
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
