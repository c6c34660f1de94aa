import { open } from "node:fs/promises";

/** A record of a delimited file, as bytes. The object and its buffer are reused: copy what you keep. */
export interface ScannedRecord {
  buffer: Buffer;
  /** Bytes of the record in `buffer`, without the line end. */
  start: number;
  end: number;
  /** Offset of the record in the file. */
  offset: number;
  /** 1-based, blank records counted. */
  number: number;
  /** 1-based physical line on which it begins. */
  line: number;
  lines: number;
  cells: number;
  /** Cells with something in them. */
  filled: number;
  /** 0-based position of the first filled cell, -1 = none. */
  firstFilled: number;
  /** Quotes or carriage returns that readers of CSV disagree about. */
  odd: boolean;
}

export interface ScanOptions {
  readonly delimiter: string;
  readonly maxRecordBytes?: number;
  /** Added to the record's number to give its line, where rows and not lines are counted (sheets, JSON). */
  readonly rowShift?: number | null;
  readonly onBytes?: (bytes: number) => void;
  /** Records that need not be told. */
  readonly skim?: Skim | undefined;
  readonly onUnclosedQuote: (line: number) => Error;
  readonly onTooLong: (line: number) => Error;
}

/** Records on one line each that say nothing new are passed over by a pattern, several times as fast. */
export interface Skim {
  /** Matches one such record with its line end, where `lastIndex` says; sticky, over bytes as characters. */
  readonly pattern: RegExp;
  /** From a record that begins here on they may be passed over, up to this offset. */
  readonly until: (offset: number) => number;
}

const MAX_RECORD_BYTES = 16 * 1024 * 1024;
const CHUNK = 4 * 1024 * 1024;
/** With less in hand it does not pay to look for records to pass over. */
const SKIM_BYTES = 16 * 1024;
const LF = 10;
const CR = 13;
const QUOTE = 34;
const SPACE = 32;

const AT_START = 0;
const PLAIN = 1;
const QUOTED = 2;
const AFTER_QUOTE = 3;

/**
 * Walks over the records of a UTF-8 file in bounded memory; the callback returns `false` to stop. A quote opens a cell
 * only at its beginning, `""` within is one quote (RFC 4180).
 */
export async function scanRecords(
  path: string,
  options: ScanOptions,
  onRecord: (record: ScannedRecord) => boolean | undefined,
): Promise<void> {
  const delimiter = options.delimiter.charCodeAt(0);
  const limit = options.maxRecordBytes ?? MAX_RECORD_BYTES;
  const rowShift = options.rowShift ?? null;
  const { skim } = options;
  const handle = await open(path, "r");
  try {
    let buffer = Buffer.allocUnsafe(Math.min(CHUNK, limit));
    let filledTo = 0;
    let position = 0;
    let base = 0;
    let done = false;
    let skippedBom = false;

    let state = AT_START;
    let recordStart = 0;
    let line = 1;
    let number = 0;
    let lines = 1;
    let cells = 1;
    let filled = 0;
    let firstFilled = -1;
    let cellFilled = false;
    let odd = false;
    let afterCr = false;

    const record: ScannedRecord = {
      buffer,
      start: 0,
      end: 0,
      offset: 0,
      number: 0,
      line: 1,
      lines: 1,
      cells: 1,
      filled: 0,
      firstFilled: -1,
      odd: false,
    };
    const emit = (lineEnd: number): boolean => {
      if (cellFilled) {
        filled += 1;
        if (firstFilled < 0) firstFilled = cells - 1;
      }
      number += 1;
      record.buffer = buffer;
      record.start = recordStart;
      record.end = lineEnd > recordStart && buffer[lineEnd - 1] === CR ? lineEnd - 1 : lineEnd;
      record.offset = base + recordStart;
      record.number = number;
      record.line = rowShift === null ? line : number + rowShift;
      record.lines = lines;
      record.cells = cells;
      record.filled = filled;
      record.firstFilled = firstFilled;
      record.odd = odd;
      line += lines;
      lines = 1;
      cells = 1;
      filled = 0;
      firstFilled = -1;
      cellFilled = false;
      odd = false;
      afterCr = false;
      state = AT_START;
      return onRecord(record) !== false;
    };

    while (!done) {
      if (filledTo === buffer.length) {
        if (recordStart > 0) {
          buffer.copy(buffer, 0, recordStart, filledTo);
          base += recordStart;
          filledTo -= recordStart;
          position -= recordStart;
          recordStart = 0;
        }
        if (filledTo > buffer.length / 2) {
          if (filledTo > limit) throw state === QUOTED ? options.onUnclosedQuote(line) : options.onTooLong(line);
          const larger = Buffer.allocUnsafe(buffer.length * 2);
          buffer.copy(larger, 0, 0, filledTo);
          buffer = larger;
        }
      }
      const { bytesRead } = await handle.read(buffer, filledTo, buffer.length - filledTo, base + filledTo);
      if (bytesRead === 0) break;
      filledTo += bytesRead;
      options.onBytes?.(bytesRead);
      if (!skippedBom) {
        skippedBom = true;
        if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf) {
          position = 3;
          recordStart = 3;
        }
      }

      let text: { readonly from: number; readonly bytes: string } | null = null;
      while (position < filledTo) {
        if (skim !== undefined && position === recordStart && filledTo - position > SKIM_BYTES) {
          const until = Math.min(skim.until(base + position) - base, filledTo);
          if (until - position > SKIM_BYTES) {
            text ??= { from: position, bytes: buffer.toString("latin1", position, filledTo) };
            const { pattern } = skim;
            pattern.lastIndex = position - text.from;
            let passed = pattern.lastIndex;
            while (passed + text.from < until && pattern.test(text.bytes)) {
              passed = pattern.lastIndex;
              number += 1;
              line += 1;
            }
            if (passed + text.from > position) {
              position = passed + text.from;
              recordStart = position;
              continue;
            }
          }
        }
        const byte = buffer[position] as number;
        if (state === QUOTED) {
          if (byte === QUOTE) state = AFTER_QUOTE;
          else if (byte === LF) lines += 1;
          else if (byte > SPACE) cellFilled = true;
          position += 1;
          continue;
        }
        if (byte === LF) {
          const lineEnd = position;
          position += 1;
          if (!emit(lineEnd)) {
            done = true;
            break;
          }
          recordStart = position;
          continue;
        }
        if (afterCr) {
          odd = true;
          afterCr = false;
        }
        if (byte === delimiter) {
          if (cellFilled) {
            filled += 1;
            if (firstFilled < 0) firstFilled = cells - 1;
            cellFilled = false;
          }
          cells += 1;
          state = AT_START;
        } else if (byte === CR) {
          afterCr = true;
        } else if (state === PLAIN) {
          if (byte > SPACE) cellFilled = true;
        } else if (state === AT_START) {
          if (byte === QUOTE) state = QUOTED;
          else if (byte > SPACE) {
            cellFilled = true;
            state = PLAIN;
          }
        } else if (byte === QUOTE) {
          state = QUOTED;
          cellFilled = true;
        } else if (byte > SPACE) {
          odd = true;
          cellFilled = true;
          state = PLAIN;
        }
        position += 1;
      }
    }
    if (done) return;
    if (state === QUOTED) throw options.onUnclosedQuote(line);
    if (filledTo > recordStart) emit(filledTo);
  } finally {
    await handle.close();
  }
}
