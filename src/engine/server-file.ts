import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import type { Engine, FileSource, RunOptions } from "./engine.ts";
import { FILE_TIMEOUT_SECONDS } from "./engine-settings.ts";
import { fileFailure, openFile } from "./file-failure.ts";
import { fileReading, recordsFrom } from "./file-reading.ts";
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
  const reading = fileReading(file);
  const staging = `${STAGING_PREFIX}${randomUUID().replaceAll("-", "")}`;
  const limits = { timeoutSeconds: FILE_TIMEOUT_SECONDS, ...options };
  const columns = reading.cells.map((_, index, all) => (index === all.length - 1 ? "extra" : `c${index}`));
  const records = recordsFrom(`input(${literal(reading.structure)})`, reading);
  const handle = await openFile(file.path);
  try {
    await command(
      `CREATE TABLE ${staging} (line UInt64, ${columns.map((name) => `${name} Nullable(String)`).join(", ")})` +
        " ENGINE = MergeTree ORDER BY line",
    );
    await send(`INSERT INTO ${staging} ${records} FORMAT ${reading.format}`, handle.createReadStream(), {
      ...limits,
      settings: reading.settings,
    });
    await command(statement(staging), {}, limits);
  } catch (error) {
    throw fileFailure(error, file.path);
  } finally {
    await handle.close();
    await command(`DROP TABLE IF EXISTS ${staging} SYNC`).catch(() => {});
  }
}
