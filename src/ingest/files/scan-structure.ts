import { FOOTER, isExtraCell } from "./cell-kinds.ts";
import { fileErrors } from "./file-errors.ts";
import type { Head } from "./find-header.ts";
import { plainRecord } from "./plain-record.ts";
import { scanRecords } from "./scan-records.ts";
import { splitCells } from "./split-cells.ts";
import type { TextSource } from "./text-source.ts";

/** A record where the table may end or another begin. */
export interface Mark {
  readonly kind: "blank" | "single" | "after";
  readonly number: number;
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly string[];
  following: readonly string[] | null;
}

export interface Sample {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface Scan {
  readonly marks: readonly Mark[];
  readonly marksLost: boolean;
  readonly samples: readonly Sample[];
  readonly records: number;
  /** Number of the last record that is not plain (odd quotes, several lines, a repeated header, a cell too many). */
  readonly lastUneven: number;
}

const KEEP_MARKS = 10_000;
const SAMPLE_RECORDS = 5_000;
const SAMPLE_BYTES = 8 * 1024 * 1024;
const SAMPLE_POINTS = 400;
const SAMPLE_RECORD_BYTES = 64 * 1024;
const TAIL_BYTES = 64 * 1024;

const NOTHING = /(?!)/y;

/** Walks the whole text once: where tables may end or begin, and records from all over it. */
export async function scanStructure(source: TextSource, head: Head, onBytes: (bytes: number) => void): Promise<Scan> {
  const { delimiter } = head;
  const headerNumber = head.header?.record.number ?? 0;
  const width = head.header?.record.cells.length ?? 0;
  const early: Mark[] = [];
  const late: Mark[] = [];
  const samples: Sample[] = [];
  let sampleBytes = 0;
  let nextPoint = 0;
  let marksLost = false;
  let records = 0;
  let lastUneven = 0;
  let afterBreak = true;
  let waiting: Mark | null = null;
  let headerBytes: Buffer | null = null;
  let pattern: RegExp | null = null;
  const tailFrom = source.bytes - TAIL_BYTES;
  const until = (offset: number): number => {
    const isSampling = records < SAMPLE_RECORDS && sampleBytes < SAMPLE_BYTES;
    return pattern === null || isSampling || afterBreak || waiting ? offset : Math.min(nextPoint, tailFrom);
  };

  await scanRecords(
    source.path,
    {
      delimiter,
      rowShift: source.rowShift,
      onBytes,
      skim: {
        until,
        get pattern() {
          return pattern ?? NOTHING;
        },
      },
      onUnclosedQuote: (line) => fileErrors.unclosedQuote(source.file, line),
      onTooLong: (line) => fileErrors.recordTooLong(source.file, line, 16),
    },
    (record) => {
      const { buffer, start, end, number, offset } = record;
      records = number;
      let text: readonly string[] | null = null;
      const cells = () => {
        text ??= splitCells(buffer.toString("utf8", start, Math.min(end, start + SAMPLE_RECORD_BYTES)), delimiter);
        return text;
      };

      if (waiting) {
        waiting.following = cells();
        waiting = null;
      }
      if (number === headerNumber) {
        headerBytes = Buffer.from(buffer.subarray(start, end));
        pattern = plainRecord(delimiter, width, headerBytes.toString("latin1"));
      } else if (number > headerNumber && headerNumber > 0) {
        const repeated =
          headerBytes !== null &&
          headerBytes.length === end - start &&
          buffer.compare(headerBytes, 0, headerBytes.length, start, end) === 0;
        const tooWide = record.cells === width + 1 && isExtraCell(cells()[width] ?? "");
        if (record.odd || (record.lines > 1 && source.rowShift === null) || repeated || tooWide) lastUneven = number;
      } else if (record.lines > 1 || record.odd) lastUneven = number;

      if (!source.plain) {
        const kind = kindOf(record, afterBreak);
        if (kind) {
          const mark: Mark = {
            kind,
            number,
            line: record.line,
            lines: record.lines,
            cells: kind === "blank" ? [] : cells(),
            following: null,
          };
          if (kind === "after" || number === headerNumber) waiting = mark;
          if (early.length < KEEP_MARKS) early.push(mark);
          else {
            late.push(mark);
            if (late.length > 2 * KEEP_MARKS) {
              late.splice(0, KEEP_MARKS);
              marksLost = true;
            }
          }
        }
        afterBreak = kind === "blank" || kind === "single";
      }

      const size = end - start;
      const wanted =
        (number <= SAMPLE_RECORDS && sampleBytes < SAMPLE_BYTES) || offset >= nextPoint || offset >= tailFrom;
      if (wanted && size <= SAMPLE_RECORD_BYTES) {
        samples.push({ number, cells: cells() });
        sampleBytes += size;
        while (nextPoint <= offset) nextPoint += Math.max(1, source.bytes / SAMPLE_POINTS);
      }
      return true;
    },
  );
  return { marks: [...early, ...late], marksLost, samples, records, lastUneven };

  function kindOf(
    record: { filled: number; number: number; buffer: Buffer; start: number; end: number },
    afterIt: boolean,
  ): Mark["kind"] | null {
    if (record.filled === 0) return "blank";
    if (record.filled === 1 && record.number !== headerNumber && width !== 1) return "single";
    if (!afterIt) return null;
    const size = record.end - record.start;
    if (size < 400 && FOOTER.test(record.buffer.toString("utf8", record.start, record.end))) return "single";
    return "after";
  }
}
