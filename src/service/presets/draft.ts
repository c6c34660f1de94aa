import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { parse } from "yaml";
import { candidatesOf, compareMatches, type HeaderMatch, matchHeader } from "../../ingest/files/match-layout.ts";
import { type SampledFile, sampleFile } from "../../ingest/files/sample-file.ts";
import { draftColumns, draftPreset, type PresetDraft } from "../../ingest/presets/draft-preset.ts";
import { columnsOf, FACT_IDS, type FactId, fact, isFactId } from "../../model/facts.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { type LoadedFile, type LoadOptions, loadFiles } from "../sources/load-files.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { getPreset } from "./list-presets.ts";
import { presetText } from "./save-preset.ts";

export interface DraftedPreset extends PresetDraft, DraftOrigin {
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

/** The road by which a draft came: which preset it adjusts, and where in it the mapping of this file stands. */
interface DraftOrigin {
  /** Places of layout and mapping in `preset`. */
  readonly layout: number;
  readonly mapping: number;
  /** Of the preset's own file; null where there is none in the workspace. */
  readonly revision: string | null;
  readonly origin: "new" | "built-in" | "own";
}

/**
 * Reads the beginning of a file and drafts a preset for it, or takes the preset named, to be adjusted; nothing is kept.
 * Throws what `sampleFile` throws, and `preset.unknown`.
 */
export async function draftFor(
  workspace: OpenWorkspace,
  path: string,
  settings: Readonly<Record<string, string>> = {},
  begin: { readonly preset?: string; readonly fact?: FactId } = {},
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
    ...(begin.preset === undefined
      ? newDraft(workspace, sample, begin.fact)
      : adjusted(workspace, sample, begin.preset)),
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

function newDraft(workspace: OpenWorkspace, sample: SampledFile, wanted?: FactId): PresetDraft & DraftOrigin {
  const draft = draftPreset(sample, workspace.presets.presets, workspace.settings.currency, wanted);
  return { ...draft, layout: 0, mapping: 0, revision: null, origin: "new" };
}

/** A preset that is there, as its file says it, with its own names for the file's columns. */
function adjusted(workspace: OpenWorkspace, sample: SampledFile, id: string): PresetDraft & DraftOrigin {
  const { preset: known, origin, revision } = getPreset(workspace, id);
  const path = workspace.presets.loaded.find(({ preset }) => preset.id === id)?.path ?? "";
  const preset = parse(readFileSync(path, "utf8"), { merge: true }) as Record<string, unknown>;
  const matches = candidatesOf([known])
    .flatMap((candidate) => matchHeader(sample.header, candidate, { preamble: "", section: null }) ?? [])
    .toSorted((a, b) => unfit(a) - unfit(b) || compareMatches(a, b));
  const [best] = matches;
  const layout = Math.max(0, known.layouts.indexOf(best?.candidate.layout as never));
  const found = known.layouts[layout]?.facts[0];
  const factId = found && isFactId(found.fact) ? found.fact : null;
  return {
    columns: draftColumns(sample, workspace.presets.presets, best?.fields ?? [], workspace.settings.currency),
    fact: factId,
    preset,
    missing: factId === null ? [] : fact(factId).required.filter((column) => !(column in (found?.set ?? {}))),
    layout,
    mapping: 0,
    revision,
    origin,
  };
}

function unfit({ missing, forbidden }: HeaderMatch): number {
  return missing.length + forbidden.length;
}

/** What a load of the file by a preset that is not saved yet would do; nothing is kept. Throws what `checkPreset` finds. */
export async function tryPreset(
  workspace: OpenWorkspace,
  path: string,
  preset: Readonly<Record<string, unknown>>,
  {
    settings = {},
    language,
  }: { readonly settings?: LoadOptions["settings"] | undefined } & Pick<LoadOptions, "language">,
): Promise<{ readonly preview: LoadedFile | null; readonly yaml: string }> {
  // Several tries of one file may run at once.
  const beside = `${path}.${randomUUID()}.preset.yaml`;
  const yaml = presetText(preset);
  await writeFile(beside, yaml);
  try {
    const { files } = await loadFiles(workspace, [path], {
      preset: beside,
      settings,
      ...(language && { language }),
      dryRun: true,
      look: true,
    });
    return { preview: files[0] ?? null, yaml };
  } finally {
    await rm(beside, { force: true });
  }
}
