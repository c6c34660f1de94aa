import { statSync } from "node:fs";
import { basename } from "node:path";
import { isArchive } from "../../ingest/files/unpack-archive.ts";
import { refreshDerived } from "../../ingest/load/commit-event.ts";
import { type LoadOptions as IngestOptions, loadFile } from "../../ingest/load/load-file.ts";
import type { LoadOutcome } from "../../ingest/load/load-outcome.ts";
import { oneAtATime } from "../../ingest/load/one-at-a-time.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { loadFolder } from "./load-folder.ts";
import { withUnpacked } from "./with-unpacked.ts";

export interface LoadOptions {
  /** A preset's id, or the path of a mapping file; for a folder of tables, as `fivetran/google_ads`. */
  readonly preset?: string;
  readonly connection?: string;
  /** What the files do not say: `currency`, `dates`, … */
  readonly settings: Readonly<Record<string, string>>;
  readonly dryRun?: boolean;
  /** With a dry run: also mapping, first rows, rejects, and what would be replaced. */
  readonly look?: boolean;
  /** Of the reader, for reasons and notices; default: the workspace's. */
  readonly language?: "en" | "zh";
  /** More files follow: the caller calls `finishLoads` after the last. */
  readonly moreToCome?: boolean;
  readonly onProgress?: (step: string, done: number, total: number) => void;
}

interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly place: LeadlineError["place"];
}

/** What became of a file; one that failed has zero rows and its error, and changed nothing. */
export type LoadedFile = Omit<LoadOutcome, "status"> & {
  readonly status: LoadOutcome["status"] | "failed";
  /** Name of the archive that it was unpacked from. */
  readonly archive?: string;
  readonly error?: FileProblem;
};

/** A file that was not taken, with its error. */
export const failedFile = (file: string, error: LeadlineError): LoadedFile => ({
  file: basename(file),
  preset: "",
  connection: "",
  encoding: "",
  delimiter: null,
  header_line: 0,
  period: null,
  rows_read: 0,
  rows_loaded: 0,
  rows_quarantined: 0,
  rows_skipped: 0,
  totals_checked: {},
  load_id: null,
  status: "failed",
  facts: {},
  skipped: {},
  quarantined: {},
  notices: [],
  error: { code: error.code, message: error.message, remedy: error.remedy, place: error.place },
});

/**
 * Loads files, and folders of a warehouse's tables, one after another, each file whole or not at all; one that fails does not stop the next. An archive gives way to the
 * files in it. The derived tables are built once, after the last file.
 */
export async function loadFiles(
  workspace: OpenWorkspace,
  files: readonly string[],
  options: LoadOptions,
): Promise<{ files: LoadedFile[] }> {
  const { onProgress, moreToCome = false, ...rest } = options;
  const archives = new Set<string>();
  for (const file of files) if (await isArchive(file)) archives.add(file);
  const several = files.length > 1 || archives.size > 0 || files.some(isFolder);
  const done: LoadedFile[] = [];
  const load = async (file: string, from: number, to: number) => {
    const given: IngestOptions = {
      ...rest,
      deferBuild: several || moreToCome,
      ...(onProgress && {
        onProgress: ({ step, done: part, total }) => {
          const share = total > 0 ? part / total : 0;
          onProgress(`${basename(file)}: ${step}`, from + share * (to - from), files.length);
        },
      }),
    };
    if (isFolder(file))
      await loadFolder(workspace, file, given, (part, outcome) =>
        done.push(outcome instanceof LeadlineError ? failedFile(part, outcome) : outcome),
      );
    else done.push(await loadFile(workspace, file, given));
  };
  for (const [i, file] of files.entries()) {
    await told(file, done, async () => {
      if (!archives.has(file)) return load(file, i, i + 1);
      await withUnpacked(workspace.dataDir, file, async (inside) => {
        for (const [k, { path, refused }] of inside.entries()) {
          const before = done.length;
          await told(path, done, async () => {
            if (refused) throw refused;
            await load(path, i + k / inside.length, i + (k + 1) / inside.length);
          });
          done.push(...done.splice(before).map((one) => ({ ...one, archive: basename(file) })));
        }
      });
    });
  }
  if (several && !moreToCome) await finishLoads(workspace);
  return { files: done };
}

/** Puts down the error of a file where there is one. */
async function told(file: string, done: LoadedFile[], work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof LeadlineError)) throw error;
    done.push(failedFile(file, error));
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** Builds the derived tables for loads that left this to their caller. */
export async function finishLoads(workspace: OpenWorkspace): Promise<void> {
  await oneAtATime(workspace.engine, () => refreshDerived(workspace));
}
