import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import type { Engine, FileSource, RunOptions } from "./engine.ts";
import { cellNames, cellStructure, engineFormat, fileSettings } from "./file-format.ts";
import { literal } from "./sql-text.ts";

interface Server extends Pick<Engine, "command"> {
  /** Runs a statement with a body. */
  readonly send: (sql: string, body: Readable, options: RunOptions) => Promise<void>;
}

/** Tables of this name hold a file on its way in; one that stays was left by a process that was killed. */
export const STAGING_PREFIX = "staging_";

/** A server cannot see this machine's files: the file is streamed into a table of its own, which is then the source. */
export async function insertFromStream(
  file: FileSource,
  statement: (source: string) => string,
  options: RunOptions,
  { command, send }: Server,
): Promise<void> {
  const staging = `${STAGING_PREFIX}${randomUUID().replaceAll("-", "")}`;
  const cells = [...cellNames(file.columns), "extra"];
  const limits = { timeoutSeconds: 3600, ...options };
  await command(
    `CREATE TABLE ${staging} (line UInt64, ${cellStructure(file.columns)}) ENGINE = MergeTree ORDER BY line`,
  );
  try {
    await send(
      `INSERT INTO ${staging} SELECT rowNumberInAllBlocks() + 1, ${cells.join(", ")}` +
        ` FROM input(${literal(cellStructure(file.columns))}) FORMAT ${engineFormat(file)}`,
      createReadStream(file.path),
      { ...limits, settings: { ...fileSettings(file), input_format_csv_skip_first_lines: file.skipLines ?? 0 } },
    );
    await command(statement(staging), {}, limits);
  } finally {
    await command(`DROP TABLE IF EXISTS ${staging}`);
  }
}
