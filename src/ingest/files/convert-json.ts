import { open } from "node:fs/promises";
import { fileErrors } from "./file-errors.ts";
import { CellWriter } from "./write-cells.ts";

const CHUNK = 1024 * 1024;
const MAX_RECORD = 16 * 1024 * 1024;
const MAX_COLUMNS = 5000;

/**
 * Writes the records of a JSON array (top level, or the first array of objects inside one object) or of an NDJSON file as
 * a comma-delimited file with the keys as header, in two passes and bounded memory.
 */
export async function convertJson(
  file: string,
  from: string,
  to: string,
  lines: boolean,
  onBytes: (bytes: number) => void,
): Promise<void> {
  const columns = new Map<string, number>();
  for await (const record of readRecords(file, from, lines, onBytes)) {
    if (record === null) continue;
    for (const key of flatten(record).keys())
      if (!columns.has(key) && columns.size < MAX_COLUMNS) columns.set(key, columns.size);
  }
  if (columns.size === 0) throw fileErrors.noRows(file);
  const writer = new CellWriter(to);
  try {
    writer.write([...columns.keys()]);
    for await (const record of readRecords(file, from, lines, onBytes)) {
      const cells = new Array<string>(columns.size).fill("");
      if (record !== null)
        for (const [key, value] of flatten(record)) {
          const at = columns.get(key);
          if (at !== undefined) cells[at] = value;
        }
      writer.write(record === null ? [""] : cells);
    }
  } finally {
    writer.close();
  }
}

type JsonRecord = Readonly<Record<string, unknown>>;

/** Nested objects by dotted keys; lists of plain values joined by `;`, other lists as JSON. */
function flatten(record: JsonRecord, prefix = "", into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(record)) {
    const name = `${prefix}${key}`;
    if (value === null || value === undefined) into.set(name, "");
    else if (value instanceof NumberText) into.set(name, value.text);
    else if (Array.isArray(value))
      into.set(
        name,
        value.some((each) => typeof each === "object" && each !== null && !(each instanceof NumberText))
          ? JSON.stringify(value)
          : value.map((each) => (each instanceof NumberText ? each.text : String(each ?? ""))).join(";"),
      );
    else if (typeof value === "object") flatten(value as JsonRecord, `${name}.`, into);
    else into.set(name, String(value));
  }
  return into;
}

/** A number as it is written, so that ids beyond 2^53 keep their digits. */
class NumberText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toJSON(): string {
    return this.text;
  }
}

type Reviver = (this: unknown, key: string, value: unknown, context?: { source?: string }) => unknown;
const keepDigits: Reviver = (_key, value, context) =>
  typeof value === "number" && context?.source !== undefined && context.source !== String(value)
    ? new NumberText(context.source)
    : value;

function parse(file: string, text: string, line: number): JsonRecord | null {
  if (text.trim() === "") return null;
  try {
    const needsDigits = /\d{16}|\d\.\d*0\b|\d[eE]/.test(text);
    const value: unknown = needsDigits
      ? JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown)
      : JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as JsonRecord) : { value };
  } catch (error) {
    throw fileErrors.badJson(file, line, error instanceof Error ? error.message : String(error));
  }
}

async function* readRecords(
  file: string,
  path: string,
  lines: boolean,
  onBytes: (bytes: number) => void,
): AsyncGenerator<JsonRecord | null> {
  let row = 0;
  for await (const text of lines ? splitLines(file, path, onBytes) : splitElements(file, path, onBytes)) {
    row += 1;
    yield parse(file, text, row);
  }
}

async function* readChunks(path: string, onBytes: (bytes: number) => void): AsyncGenerator<Buffer> {
  const handle = await open(path, "r");
  try {
    for (let first = true; ; first = false) {
      const buffer = Buffer.allocUnsafe(CHUNK);
      const { bytesRead } = await handle.read(buffer, 0, CHUNK);
      if (bytesRead === 0) return;
      onBytes(bytesRead);
      const chunk = buffer.subarray(0, bytesRead);
      yield first && chunk[0] === 0xef && chunk[1] === 0xbb ? chunk.subarray(3) : chunk;
    }
  } finally {
    await handle.close();
  }
}

async function* splitLines(file: string, path: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  for await (const chunk of readChunks(path, onBytes)) {
    const bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let at = bytes.indexOf(10, rest.length); at >= 0; at = bytes.indexOf(10, start)) {
      line += 1;
      yield bytes.toString("utf8", start, at);
      start = at + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > MAX_RECORD) throw fileErrors.recordTooLong(file, line + 1, 16);
  }
  if (rest.length > 0) yield rest.toString("utf8");
}

const OPEN = new Set([0x7b, 0x5b]);
const CLOSE = new Set([0x7d, 0x5d]);

/** The elements of the array of objects: each as its own text, found by depth and quotes. */
async function* splitElements(file: string, path: string, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  let depth = 0;
  let quoted = false;
  let escaped = false;
  /** Depth of the array's elements; -1 = not in it yet. */
  let inside = -1;
  let wanted = true;
  let parts: Buffer[] = [];
  let size = 0;
  let elements = 0;
  for await (const chunk of readChunks(path, onBytes)) {
    let start = parts.length > 0 ? 0 : -1;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] as number;
      if (quoted) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) quoted = false;
        continue;
      }
      if (byte === 0x22) quoted = true;
      else if (OPEN.has(byte)) {
        // The array stands at the top, or one object deep.
        if (byte === 0x5b && inside < 0 && wanted && depth <= 1) inside = depth + 1;
        else if (byte === 0x7b && depth === inside) start = at;
        depth += 1;
      } else if (CLOSE.has(byte)) {
        depth -= 1;
        if (depth === inside && byte === 0x7d && inside > 0) {
          if (start >= 0) parts.push(chunk.subarray(start, at + 1));
          elements += 1;
          yield Buffer.concat(parts).toString("utf8");
          parts = [];
          size = 0;
          start = -1;
        } else if (inside > 0 && depth === inside - 1 && byte === 0x5d) {
          inside = -1;
          // An array of plain values, or an empty one, is not the list of records: the next may be.
          wanted = elements === 0;
        }
      }
    }
    if (start >= 0) {
      parts.push(chunk.subarray(start));
      size += chunk.length - start;
      if (size > MAX_RECORD) throw fileErrors.recordTooLong(file, elements + 1, 16);
    }
  }
  if (depth !== 0 || quoted) throw fileErrors.badJson(file, elements + 1, "it ends in the middle of a record");
}
