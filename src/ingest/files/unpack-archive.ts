import { createWriteStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { crc32 } from "node:zlib";
import { LeadlineError } from "../../language/leadline-error.ts";
import { fileErrors } from "./file-errors.ts";
import { isDocument, openZip, readZipDirectory, type ZipEntry } from "./read-zip-directory.ts";
import { safeName } from "./safe-name.ts";
import { unpackGzip } from "./unpack-gzip.ts";

/** A file of an archive; `refused` says why it was not unpacked. */
export interface UnpackedFile {
  /** With its folders, as the archive names it. */
  readonly name: string;
  /** Its last part is the file's own name. */
  readonly path: string;
  readonly refused: LeadlineError | null;
}

interface UnpackLimits {
  readonly maxBytes: number;
  readonly maxFiles: number;
}

const LIMITS: UnpackLimits = { maxBytes: 4 * 1024 ** 3, maxFiles: 100 };
const MEGABYTE = 1024 ** 2;
/** With the one method of packing that there is. */
const GZIP = "1f8b08";

/** Whether a file is a ZIP archive of files or a gzip archive of one; workbooks and documents, which are ZIP files themselves, are none. */
export async function isArchive(path: string): Promise<boolean> {
  const kind = await archiveKind(path);
  if (kind !== "zip") return kind === "gzip";
  try {
    return !isDocument(await readZipDirectory(basename(path), path));
  } catch {
    // Whoever reads the file as what its name says tells what is wrong with it.
    return false;
  }
}

/**
 * Unpacks an archive's files into `into`, all of them or none; files that lie in one folder of the archive lie in one folder
 * again. Throws a LeadlineError where the archive is damaged, protected, empty or beyond the limits.
 */
export async function unpackArchive(
  path: string,
  into: string,
  limits: Partial<UnpackLimits> = {},
): Promise<readonly UnpackedFile[]> {
  const all = { ...LIMITS, ...limits };
  try {
    if ((await archiveKind(path)) === "gzip")
      return [await withoutNested(await unpackGzip(path, into, all.maxBytes), path)];
    return await unpackZip(path, into, all);
  } catch (error) {
    await rm(into, { recursive: true, force: true });
    throw error;
  }
}

async function unpackZip(path: string, into: string, limits: UnpackLimits): Promise<readonly UnpackedFile[]> {
  const file = basename(path);
  const { zip, entries } = await openZip(file, path);
  try {
    const wanted = entries.filter(({ name }) => !isLeftOver(name));
    refuseUnfit(file, wanted, limits);
    const taken = new Set<string>();
    const unpacked: UnpackedFile[] = [];
    for (const entry of wanted) {
      const to = placeFor(entry.name, into, wanted, taken);
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      try {
        await pipeline(await zip.openReadStreamPromise(entry.entry), checked(entry), createWriteStream(to));
      } catch (error) {
        throw asDamage(file, error);
      }
      unpacked.push(await withoutNested({ name: entry.name, path: to }, path));
    }
    return unpacked;
  } finally {
    zip.close();
  }
}

/** Of an archive inside an archive nothing stays. */
async function withoutNested(inner: Omit<UnpackedFile, "refused">, archive: string): Promise<UnpackedFile> {
  if (!(await isArchive(inner.path))) return { ...inner, refused: null };
  await rm(inner.path);
  return { ...inner, refused: fileErrors.nestedArchive(basename(inner.path), basename(archive)) };
}

/** By its first bytes, whatever it is called. */
async function archiveKind(path: string): Promise<"zip" | "gzip" | null> {
  const handle = await open(path, "r").catch(() => null);
  if (handle === null) return null;
  try {
    const head = Buffer.alloc(4);
    await handle.read(head, 0, 4, 0);
    const magic = head.toString("hex");
    if (magic.startsWith(GZIP)) return "gzip";
    return ["504b0304", "504b0506"].includes(magic) ? "zip" : null;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/** Folders, and what operating systems put beside the files. */
function isLeftOver(name: string): boolean {
  const parts = name.split("/");
  return (
    name.endsWith("/") ||
    parts.includes("__MACOSX") ||
    parts.some((part) => part.startsWith(".") && part !== "." && part !== "..") ||
    /^(?:thumbs\.db|desktop\.ini)$/i.test(parts.at(-1) ?? "")
  );
}

/** Before the first byte is written. */
function refuseUnfit(file: string, entries: readonly ZipEntry[], { maxBytes, maxFiles }: UnpackLimits): void {
  if (entries.length === 0) throw fileErrors.emptyArchive(file);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw fileErrors.encryptedArchive(file);
  const unreadable = entries.find(({ isReadable }) => !isReadable);
  if (unreadable) throw fileErrors.unknownPacking(file, safeName(unreadable.name));
  if (entries.length > maxFiles) throw fileErrors.archiveTooMany(file, entries.length, maxFiles);
  // What unpacks to more than it says is refused while it is read.
  const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (bytes > maxBytes)
    throw fileErrors.archiveTooLarge(file, Math.ceil(bytes / MEGABYTE), Math.floor(maxBytes / MEGABYTE));
}

/** Only the last part of a name becomes a path, so none leads out of `into`. */
function placeFor(name: string, into: string, entries: readonly ZipEntry[], taken: Set<string>): string {
  const folder = entries.findIndex((entry) => dirname(entry.name) === dirname(name));
  for (let copy = 0; ; copy += 1) {
    const place = join(into, copy === 0 ? String(folder) : `${folder}-${copy}`, safeName(name));
    // Names that differ in their case alone are one file on some systems.
    if (taken.has(place.toLowerCase())) continue;
    taken.add(place.toLowerCase());
    return place;
  }
}

/** Lets bytes through and fails at the end where they are not those that were packed. */
function checked({ entry }: ZipEntry): Transform {
  let sum = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sum = crc32(chunk, sum);
      done(null, chunk);
    },
    flush(done) {
      done(sum === entry.crc32 ? null : new Error("checksum differs"));
    },
  });
}

function asDamage(file: string, error: unknown): Error {
  if (error instanceof LeadlineError || !(error instanceof Error)) return error as Error;
  // The disk's own errors are not the archive's.
  if ("syscall" in error) return error;
  return fileErrors.damagedArchive(file, "ZIP", error.message);
}
