import type { LeadlineError } from "../../language/leadline-error.ts";
import { fileErrors } from "./file-errors.ts";
import type { ByteFacts } from "./identify-bytes.ts";
import type { PreparedFile } from "./prepared.ts";
import { isWorkbook, readZipDirectory } from "./read-zip-directory.ts";

const UNPACK = "Unpack it and load the file inside.";
const UNPACK_ALL = "Unpack it and load the files inside.";
const AS_CSV = "Export the data as CSV or XLSX and load that.";

/** Kinds of file known by their first bytes that hold no table for us. */
const FOREIGN: readonly { readonly magic: string; readonly what: string; readonly remedy: string }[] = [
  { magic: "1f8b", what: "a gzip archive", remedy: UNPACK },
  { magic: "425a68", what: "a bzip2 archive", remedy: UNPACK },
  { magic: "fd377a585a00", what: "an xz archive", remedy: UNPACK },
  { magic: "28b52ffd", what: "a Zstandard archive", remedy: UNPACK },
  { magic: "377abcaf271c", what: "a 7-Zip archive", remedy: UNPACK },
  { magic: "526172211a07", what: "a RAR archive", remedy: UNPACK },
  {
    magic: "d0cf11e0a1b11ae1",
    what: "an old Excel workbook (.xls)",
    remedy: "Open it in Excel and save it as .xlsx or CSV UTF-8.",
  },
  { magic: "25504446", what: "a PDF document", remedy: AS_CSV },
  { magic: "89504e47", what: "a picture (PNG)", remedy: AS_CSV },
  { magic: "ffd8ff", what: "a picture (JPEG)", remedy: AS_CSV },
  { magic: "47494638", what: "a picture (GIF)", remedy: AS_CSV },
  { magic: "53514c69746520666f726d6174203300", what: "an SQLite database", remedy: AS_CSV },
];

const LARGEST_WORKBOOK = 4 * 1024 ** 3;

/** Which reader a file needs; a LeadlineError that names what the file is where there is none. */
export async function identifyKind(
  file: string,
  path: string,
  facts: ByteFacts,
): Promise<PreparedFile["kind"] | LeadlineError> {
  const { head } = facts;
  if (facts.bytes === 0) return fileErrors.empty(file);
  const hex = head.subarray(0, 16).toString("hex");
  for (const { magic, what, remedy } of FOREIGN)
    if (hex.startsWith(magic)) return fileErrors.notATable(file, what, remedy);
  if (hex.startsWith("504b0304") || hex.startsWith("504b0506")) return zipped(file, path, facts);
  if (hex.startsWith("50415231")) return "parquet";
  if (isUtf16(head)) return "delimited";
  if (head.toString("latin1", 257, 262) === "ustar") return fileErrors.notATable(file, "a tar archive", UNPACK_ALL);
  const zeros = head.filter((byte) => byte === 0).length;
  const control =
    head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)).length - zeros;
  if (zeros > head.length / 10 || control > head.length / 20)
    return fileErrors.notATable(file, "a binary file of an unknown kind", AS_CSV);
  const text = head
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (text === "" && facts.bytes <= head.length) return fileErrors.empty(file);
  if (/^(<!doctype html|<html|<table)/i.test(text))
    return fileErrors.notATable(file, "a web page (HTML)", "Export it as CSV; some systems call an HTML page .xls.");
  if (/^<\?xml/i.test(text)) return fileErrors.notATable(file, "an XML document", AS_CSV);
  if (/^\{\s*["}]/.test(text)) return isLines(text) ? "ndjson" : "json";
  if (/^\[\s*(\{|\])/.test(text)) return "json";
  return "delimited";
}

async function zipped(file: string, path: string, { head }: ByteFacts): Promise<PreparedFile["kind"] | LeadlineError> {
  // Of a damaged workbook its own reader tells best what is wrong.
  const entries = await readZipDirectory(file, path).catch((error: LeadlineError) => error);
  if (entries instanceof Error) return head.includes("xl/") ? "xlsx" : entries;
  const size = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (isWorkbook(entries)) {
    if (size > LARGEST_WORKBOOK)
      return fileErrors.brokenWorkbook(file, `unpacked it would take ${Math.round(size / 1024 ** 3)} GB`);
    return "xlsx";
  }
  if (head.includes("opendocument.spreadsheet"))
    return fileErrors.notATable(file, "an OpenDocument spreadsheet", "Save it as .xlsx or as CSV UTF-8.");
  const inside = entries.filter((entry) => !entry.name.endsWith("/")).map((entry) => entry.name);
  const named = inside.length > 0 ? ` (with ${inside.slice(0, 3).join(", ")}${inside.length > 3 ? ", …" : ""})` : "";
  return fileErrors.notATable(file, `a ZIP archive${named}`, UNPACK_ALL);
}

/** UTF-16 shows zero bytes on one side of its pairs wherever the text is Latin: digits, delimiters, line ends. */
export function isUtf16(head: Buffer): "le" | "be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "le";
  if (head[0] === 0xfe && head[1] === 0xff) return "be";
  const pairs = Math.floor(head.length / 2);
  if (pairs < 4) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 0) even += 1;
    if (head[at + 1] === 0) odd += 1;
  }
  if (odd > pairs * 0.2 && even < pairs * 0.02) return "le";
  if (even > pairs * 0.2 && odd < pairs * 0.02) return "be";
  return null;
}

/** One JSON object per line: the first line is complete, and a second one begins like it. */
function isLines(text: string): boolean {
  const [first = "", second] = text.split("\n", 2);
  try {
    JSON.parse(first);
  } catch {
    return false;
  }
  return second === undefined || second.trim() === "" || second.trimStart().startsWith("{");
}
