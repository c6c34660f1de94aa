import type { Engine, FileSource, RunOptions } from "./engine.ts";
import { cellStructure, engineFormat, fileSettings } from "./file-format.ts";
import { literal } from "./sql-text.ts";

/** The embedded engine reads the file itself, in parallel and in pieces; a stream it would first gather whole. */
export async function insertFromLocalFile(
  file: FileSource,
  statement: (source: string) => string,
  options: RunOptions,
  command: Engine["command"],
): Promise<void> {
  const read = `file(${literal(file.path)}, ${engineFormat(file)}, ${literal(cellStructure(file.columns))})`;
  const source = `(SELECT rowNumberInAllBlocks() + 1 AS line, * FROM ${read})`;
  const settings = {
    ...fileSettings(file),
    input_format_csv_skip_first_lines: file.skipLines ?? 0,
    ...options.settings,
  };
  await command(statement(source), {}, { timeoutSeconds: 3600, ...options, settings });
}
