import type { Engine, FileSource, RunOptions } from "./engine.ts";
import { FILE_TIMEOUT_SECONDS } from "./engine-settings.ts";
import { fileFailure, openFile } from "./file-failure.ts";
import { fileReading, recordsFrom } from "./file-reading.ts";
import { literal } from "./sql-text.ts";

/** The embedded engine reads the file itself, in parallel and in pieces; a stream it would first gather whole. */
export async function insertFromLocalFile(
  file: FileSource,
  statement: (source: string) => string,
  options: RunOptions,
  command: Engine["command"],
): Promise<void> {
  await (await openFile(file.path)).close();
  const reading = fileReading(file);
  const table = `file(${literal(file.path)}, ${reading.format}, ${literal(reading.structure)})`;
  const settings = { ...reading.settings, ...options.settings };
  try {
    await command(
      statement(`(${recordsFrom(table, reading)})`),
      {},
      { timeoutSeconds: FILE_TIMEOUT_SECONDS, ...options, settings },
    );
  } catch (error) {
    throw fileFailure(error, file.path);
  }
}
