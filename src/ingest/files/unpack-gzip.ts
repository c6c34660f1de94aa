import { createReadStream, createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { fileErrors } from "./file-errors.ts";
import { safeName } from "./safe-name.ts";

/**
 * Unpacks the one file of a gzip archive into `into`, all members of it, under the archive's name without `.gz`. Throws a
 * LeadlineError where the archive is damaged, cut off or beyond `maxBytes`, which a gzip file does not tell beforehand.
 */
export async function unpackGzip(
  path: string,
  into: string,
  maxBytes: number,
): Promise<{ readonly name: string; readonly path: string }> {
  const file = basename(path);
  const name = safeName(file.replace(/\.(?:gz|gzip)$/i, ""));
  const folder = join(into, "0");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const to = join(folder, name);
  try {
    await pipeline(createReadStream(path), createGunzip(), bounded(file, maxBytes), createWriteStream(to));
  } catch (error) {
    throw asDamage(file, error);
  }
  return { name, path: to };
}

function bounded(file: string, maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else done(fileErrors.archiveBeyond(file, Math.floor(maxBytes / 1024 ** 2)));
    },
  });
}

function asDamage(file: string, error: unknown): unknown {
  if (!(error instanceof Error) || !("code" in error)) return error;
  if (error.code === "Z_BUF_ERROR") return fileErrors.cutArchive(file);
  return error.code === "Z_DATA_ERROR" ? fileErrors.damagedArchive(file, "gzip", error.message) : error;
}
