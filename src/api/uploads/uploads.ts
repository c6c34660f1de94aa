import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { LeadlineError } from "../../language/leadline-error.ts";

export interface Uploads {
  /** Streams a body to disk under its own name; returns the id by which it is loaded. */
  readonly keep: (name: string, body: ReadableStream<Uint8Array>) => Promise<string>;
  /** The file of an upload; throws `upload.unknown`. */
  readonly path: (id: string) => string;
  readonly drop: (id: string) => Promise<void>;
}

/** A file name without folders and control characters. */
export function safeName(name: string): string {
  const last = basename(name.replaceAll("\\", "/"));
  const plain = [...last].filter((sign) => sign >= " " && !'<>:"|?*'.includes(sign)).join("");
  return plain === "" || plain.startsWith(".") ? `upload${plain}` : plain.slice(-200);
}

/** Uploads live in `dir`, at most `maxBytes` each and `maxFiles` at a time; the oldest unused one gives way. */
export function createUploads(dir: string, maxBytes: number, maxFiles = 50): Uploads {
  const files = new Map<string, string>();
  const drop = async (id: string) => {
    files.delete(id);
    await rm(join(dir, id), { recursive: true, force: true });
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
      files.set(id, file);
      for (const oldest of [...files.keys()].slice(0, Math.max(0, files.size - maxFiles))) await drop(oldest);
      return id;
    },
    path(id) {
      const file = files.get(id);
      if (file) return file;
      throw new LeadlineError("upload.unknown", "This upload is not there any more.", "Upload the file again.", {
        key: id,
      });
    },
    drop,
  };
}
