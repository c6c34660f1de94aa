import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { safeName } from "../../ingest/files/safe-name.ts";
import { isArchive, unpackArchive } from "../../ingest/files/unpack-archive.ts";
import { LeadlineError } from "../../language/leadline-error.ts";

/** A file of an uploaded archive. */
export interface InnerUpload {
  /** With its folders, as the archive names it. */
  readonly name: string;
  readonly upload: { readonly id: string; readonly path: string } | LeadlineError;
}

export interface Uploads {
  /** Streams a body to disk under its own name; returns the id by which it is loaded. */
  readonly keep: (name: string, body: ReadableStream<Uint8Array>) => Promise<string>;
  /** An archive's files as uploads of their own; null where the upload is no archive. Throws what `unpackArchive` throws. */
  readonly unpack: (id: string) => Promise<readonly InnerUpload[] | null>;
  /** The file of an upload; throws `upload.unknown`. */
  readonly path: (id: string) => string;
  readonly drop: (id: string) => Promise<void>;
}

/** Uploads live in `dir`, at most `maxBytes` each and `maxFiles` at a time; the oldest unused one gives way. */
export function createUploads(dir: string, maxBytes: number, maxFiles = 300): Uploads {
  const kept = new Map<string, string>();
  const drop = async (id: string) => {
    kept.delete(id);
    await rm(join(dir, id), { recursive: true, force: true });
  };
  /** The id under which a file is kept from now on; the oldest ones give way. */
  const put = async (id: string, file: string) => {
    kept.set(id, file);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - maxFiles))) await drop(oldest);
  };
  const path = (id: string) => {
    const file = kept.get(id);
    if (file) return file;
    throw new LeadlineError("upload.unknown", "This upload is not there any more.", "Upload the file again.", {
      key: id,
    });
  };
  return {
    async keep(name, body) {
      const id = randomUUID();
      const folder = join(dir, id);
      await mkdir(folder, { recursive: true });
      const file = join(folder, safeName(name));
      let bytes = 0;
      const bounded = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          bytes += chunk.length;
          if (bytes <= maxBytes) return done(null, chunk);
          return done(
            new LeadlineError(
              "request.too_large",
              `${name} is larger than ${Math.floor(maxBytes / 1024 ** 2)} MB.`,
              'Load it on the server with "leadline load".',
            ),
          );
        },
      });
      try {
        await pipeline(Readable.fromWeb(body as NodeStream<Uint8Array>), bounded, createWriteStream(file));
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
      await put(id, file);
      return id;
    },
    async unpack(id) {
      const archive = path(id);
      if (!(await isArchive(archive))) return null;
      const inside: InnerUpload[] = [];
      const into = join(dir, id, "files");
      const files = await unpackArchive(archive, into, { maxBytes }).catch(async (error: unknown) => {
        await drop(id);
        throw error;
      });
      for (const { name, path: unpacked, refused } of files) {
        if (refused) {
          inside.push({ name, upload: refused });
          continue;
        }
        const inner = randomUUID();
        const file = join(dir, inner, basename(unpacked));
        await mkdir(join(dir, inner));
        await rename(unpacked, file);
        await put(inner, file);
        inside.push({ name, upload: { id: inner, path: file } });
      }
      return inside;
    },
    path,
    drop,
  };
}
