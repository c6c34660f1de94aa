import type { Engine, FileLines, FileSource, RunOptions } from "./engine.ts";
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

/** The engine numbers the lines of a file by itself, so that they need not be read in order. */
export function linesOfFile(file: FileSource): FileLines {
  const { skipLines = 0, path } = file;
  const { structure, cells, settings } = fileReading({ ...file, skipLines: 0 });
  const from = (format: string, columns: string): string => `file(${literal(path)}, ${format}, ${literal(columns)})`;
  const numbered = (columns: string, table: string): string =>
    `(SELECT toUInt64(assumeNotNull(_row_number) + 1 - ${skipLines}) AS number, ${columns} FROM ${table} WHERE _row_number >= ${skipLines})`;
  return {
    cells: numbered(cells.join(", "), from("CSV", structure)),
    texts: numbered("trimRight(record, '\\r') AS text", from("LineAsString", "record String")),
    settings: {
      ...settings,
      parallelize_output_from_storages: 1,
      input_format_csv_trim_whitespaces: 1,
    },
  };
}
