import { rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { type SampledFile, sampleFile } from "../../ingest/files/sample-file.ts";
import { draftPreset, type PresetDraft } from "../../ingest/presets/draft-preset.ts";
import { columnsOf, FACT_IDS, fact } from "../../model/facts.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { type LoadedFile, loadFiles } from "../sources/load-files.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { presetText } from "./save-preset.ts";

export interface DraftedPreset extends PresetDraft {
  readonly file: Pick<SampledFile, "file" | "kind" | "encoding" | "delimiter"> & {
    readonly header_line: number;
    /** Rows that the guesses rest on. */
    readonly rows_seen: number;
    /** The first ten rows, as they stand. */
    readonly rows: readonly (readonly string[])[];
  };
  /** Every fact with the columns that a mapping may fill. */
  readonly facts: readonly {
    readonly id: string;
    readonly columns: readonly { readonly name: string; readonly kind: string; readonly required: boolean }[];
  }[];
}

/** Reads the beginning of a file that no preset knows and drafts one; nothing is kept. Throws what `sampleFile` throws. */
export async function draftFor(
  workspace: OpenWorkspace,
  path: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<DraftedPreset> {
  const { engine, presets } = workspace;
  const sample = await sampleFile(path, presets.presets, {
    settings,
    // Beside the upload, whose folder is cleared with it, also after a crash.
    workDir: dirname(path),
    ...(engine.kind === "embedded" && {
      convertParquet: (from, to) =>
        engine.command(
          `INSERT INTO FUNCTION file(${textLiteral(to)}, 'CSVWithNames') SELECT * FROM file(${textLiteral(from)}, 'Parquet') LIMIT 1000`,
          {},
          { settings: { engine_file_truncate_on_insert: 1 } },
        ),
    }),
  });
  const { file, kind, encoding, delimiter, headerLine, rows } = sample;
  return {
    ...draftPreset(sample, presets.presets, workspace.settings.currency),
    file: { file, kind, encoding, delimiter, header_line: headerLine, rows_seen: rows.length, rows: rows.slice(0, 10) },
    facts: FACT_IDS.map((id) => ({
      id,
      columns: [
        { name: "external_id", kind: "id", required: false },
        ...Object.entries(columnsOf(id)).map(([name, columnKind]) => ({
          name,
          kind: columnKind,
          required: fact(id).required.includes(name),
        })),
      ],
    })),
  };
}

/** What a load of the file by a preset that is not saved yet would do; nothing is kept. Throws what `checkPreset` finds. */
export async function tryPreset(
  workspace: OpenWorkspace,
  path: string,
  preset: Readonly<Record<string, unknown>>,
  settings: Readonly<Record<string, string>> = {},
): Promise<LoadedFile | null> {
  const beside = `${path}.preset.yaml`;
  await writeFile(beside, presetText(preset));
  try {
    const { files } = await loadFiles(workspace, [path], { preset: beside, settings, dryRun: true });
    return files[0] ?? null;
  } finally {
    await rm(beside, { force: true });
  }
}
