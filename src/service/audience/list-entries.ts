import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import iconv from "iconv-lite";
import { quoteCell, splitCells } from "../../ingest/files/split-cells.ts";
import { normalised } from "../../ingest/personal/keyed-hash.ts";
import { LeadlineError } from "../../language/leadline-error.ts";

/** One line of a list of people: an address, the SHA-256 of one, or a mail domain. */
export interface ListEntry {
  /** In the file, from 1. */
  readonly line: number;
  readonly kind: "address" | "hash" | "domain";
  /** Trimmed and in lower case. */
  readonly text: string;
}

export interface PeopleList {
  readonly file: string;
  readonly entries: readonly ListEntry[];
  /** Lines whose cell is none of these. */
  readonly unreadable: readonly number[];
  /** The file again with only these lines, its title line first. */
  readonly keeping: (lines: ReadonlySet<number>) => string;
}

export const MOST_LIST_BYTES = 256 * 1024 ** 2;

const ADDRESS = /^[^@\s,;]+@[^@\s,;]+\.[^@\s,;]+$/;
const HASH = /^[0-9a-f]{64}$/;
const DOMAIN = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}$/u;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/**
 * Reads a list of people: one a line, or a delimited file whose column of addresses (or SHA-256 hashes in hex, as ad
 * platforms take them) is found by its cells. Throws `audience.missing`, `audience.too_large`, `audience.no_people`.
 */
export async function readPeopleList(path: string): Promise<PeopleList> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  const file = basename(path);
  if (size === null)
    throw new LeadlineError("audience.missing", `${path} does not exist.`, "Check the path.", { file: path });
  if (size > MOST_LIST_BYTES)
    throw new LeadlineError(
      "audience.too_large",
      `${file} is larger than ${MOST_LIST_BYTES / 1024 ** 2} MB.`,
      "Split the list and check its parts.",
      { file },
    );
  return parsePeopleList(textOf(await readFile(path)), file);
}

function textOf(bytes: Buffer): string {
  const wide =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf16be" : "utf8";
  return iconv.decode(bytes, wide).replace(/^\u{FEFF}/u, "");
}

/** As `readPeopleList`, of a text. */
export function parsePeopleList(text: string, file: string): PeopleList {
  const lines = text.split(/\r\n|\n|\r/);
  const filled = lines.map((line, index) => ({ line, number: index + 1 })).filter(({ line }) => line.trim() !== "");
  const sample = filled.slice(0, 200);
  const [best] = DELIMITERS.map((delimiter) => columnOf(sample, delimiter)).toSorted((a, b) => b.people - a.people);
  if (best === undefined || best.people === 0)
    throw new LeadlineError(
      "audience.no_people",
      `${file} has no column of e-mail addresses or SHA-256 hashes.`,
      "Give one address or hash (64 hex digits) a line, or a CSV file with such a column.",
      { file },
    );
  const entries: ListEntry[] = [];
  const unreadable: number[] = [];
  for (const [index, { line, number }] of filled.entries()) {
    const cell = normalised(splitCells(line, best.delimiter)[best.column] ?? "");
    const kind = kindOf(cell);
    if (kind !== null) entries.push({ line: number, kind, text: cell });
    else if (index > 0) unreadable.push(number);
  }
  const titled = filled[0] !== undefined && entries[0]?.line !== filled[0].number ? [filled[0].line] : [];
  return {
    file,
    entries,
    unreadable,
    keeping: (wanted) =>
      `${[...titled, ...filled.filter(({ number }) => wanted.has(number)).map(({ line }) => line)].join("\n")}\n`,
  };
}

function columnOf(sample: readonly { readonly line: string }[], delimiter: string) {
  const counts: number[] = [];
  for (const { line } of sample)
    for (const [column, cell] of splitCells(line, delimiter).entries())
      if (kindOf(normalised(cell)) !== null) counts[column] = (counts[column] ?? 0) + weightOf(normalised(cell));
  const people = Math.max(0, ...counts.filter((count) => count !== undefined));
  return { delimiter, people, column: Math.max(0, counts.indexOf(people)) };
}

/** A column of websites beside one of addresses is not the people. */
function weightOf(cell: string): number {
  return kindOf(cell) === "domain" ? 0.5 : 1;
}

function kindOf(cell: string): ListEntry["kind"] | null {
  if (HASH.test(cell)) return "hash";
  if (ADDRESS.test(cell)) return "address";
  return DOMAIN.test(cell) ? "domain" : null;
}

/** Hex of the SHA-256 of an address, trimmed and in lower case: how ad platforms hash it. */
export function plainHash(address: string): string {
  return createHash("sha256").update(normalised(address)).digest("hex");
}

/** A CSV line. A cell that a spreadsheet would take for a formula gets an apostrophe, which it shows as nothing. */
export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoteCell(isFormula(cell) ? `'${cell}` : cell)).join(",");
}

function isFormula(cell: string): boolean {
  return /^[=@\t\r]/.test(cell) || (/^[+-]/.test(cell) && !/^[+-][\d\s()./-]+$/.test(cell));
}
