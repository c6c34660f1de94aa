import iconv from "iconv-lite";
import yauzl from "yauzl";
import { fileErrors } from "./file-errors.ts";

export interface ZipEntry {
  /** With its folders, `/` between them. */
  readonly name: string;
  /** Unpacked size, as the archive says it. */
  readonly bytes: number;
  readonly isEncrypted: boolean;
  /** Whether it is stored, or packed by the one method that all programs write. */
  readonly isReadable: boolean;
  readonly entry: yauzl.Entry;
}

/** Opens a ZIP file with its directory; the caller closes it. Throws `file.damaged_archive`. */
export async function openZip(
  file: string,
  path: string,
): Promise<{ readonly zip: yauzl.ZipFile; readonly entries: readonly ZipEntry[] }> {
  let zip: yauzl.ZipFile | null = null;
  try {
    zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false });
    const entries: ZipEntry[] = [];
    for await (const entry of zip.eachEntry())
      entries.push({
        name: nameOf(entry),
        bytes: entry.uncompressedSize,
        isEncrypted: entry.isEncrypted(),
        isReadable: entry.compressionMethod === 0 || entry.compressionMethod === 8,
        entry,
      });
    return { zip, entries };
  } catch (error) {
    zip?.close();
    throw fileErrors.damagedArchive(file, "ZIP", error instanceof Error ? error.message : String(error));
  }
}

/** The directory of a ZIP file. Throws `file.damaged_archive`. */
export async function readZipDirectory(file: string, path: string): Promise<readonly ZipEntry[]> {
  const { zip, entries } = await openZip(file, path);
  zip.close();
  return entries;
}

/** A workbook is a ZIP file itself. */
export function isWorkbook(entries: readonly ZipEntry[]): boolean {
  return entries.some(({ name }) => name.startsWith("xl/"));
}

/** A ZIP file whose files are for its reader and not for people: a workbook, a document, a presentation. */
export function isDocument(entries: readonly ZipEntry[]): boolean {
  return isWorkbook(entries) || entries.some(({ name }) => name === "[Content_Types].xml" || name === "mimetype");
}

const IS_UTF8 = 0x800;
/** A Chinese character of the oldest set, where a name in a Latin code page has a letter beside an ASCII sign. */
const CHINESE = /[\xb0-\xf7][\xa1-\xfe]/;

/**
 * Names carry a flag where they are UTF-8. Without it macOS writes UTF-8 all the same, Windows the code page of its country:
 * GBK in China, which no other program's names look like.
 */
function nameOf({ fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields }: yauzl.Entry): string {
  const asUtf8 = yauzl.getFileNameLowLevel(flags | IS_UTF8, raw, extraFields, false);
  if ((flags & IS_UTF8) !== 0 || !asUtf8.includes("\ufffd")) return asUtf8;
  const chinese = iconv.decode(raw, "gb18030");
  if (CHINESE.test(raw.toString("latin1")) && !chinese.includes("\ufffd")) return chinese.replaceAll("\\", "/");
  return yauzl.getFileNameLowLevel(flags, raw, extraFields, false);
}
