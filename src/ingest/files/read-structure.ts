import { FOOTER, isDated, isNullToken, isNumeric, TOTAL_LABEL } from "./cell-kinds.ts";
import { fileErrors } from "./file-errors.ts";
import { aboveOf, type Head, refuseTie } from "./find-header.ts";
import { type Candidate, fullMatches, type HeaderMatch } from "./match-layout.ts";
import { normaliseTitle } from "./normalise-title.ts";
import { plainRecord } from "./plain-record.ts";
import { scanRecords } from "./scan-records.ts";
import { splitCells } from "./split-cells.ts";
import type { TextSource } from "./text-source.ts";

/** A record where the table may end or another begin. */
interface Mark {
  readonly kind: "blank" | "single" | "after";
  readonly number: number;
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly string[];
  following: readonly string[] | null;
}

interface Sample {
  readonly number: number;
  readonly cells: readonly string[];
}

export interface TableSpan {
  /** null: no layout reads this table. */
  readonly match: HeaderMatch | null;
  readonly title: string | null;
  readonly header: readonly string[];
  readonly headerNumber: number;
  readonly headerLine: number;
  readonly headerLines: number;
  /** First and last record of data. */
  readonly from: number;
  readonly to: number;
  readonly firstLine: number;
  readonly firstRow: readonly string[] | null;
}

export interface Structure {
  readonly delimiter: string;
  /** The first records of the text. */
  readonly head: Head["records"];
  readonly preamble: readonly string[];
  readonly footer: readonly string[];
  /** Lines, be they blank, stand behind the last record. */
  readonly hasTail: boolean;
  readonly tables: readonly TableSpan[];
  readonly samples: readonly Sample[];
  /** All records were sampled. */
  readonly sampledAll: boolean;
  /** The engine can read the text as it stands between header and footer: one record a line, nothing to drop or mend. */
  readonly clean: boolean;
}

const KEEP_MARKS = 10_000;
const SAMPLE_RECORDS = 5_000;
const SAMPLE_BYTES = 8 * 1024 * 1024;
const SAMPLE_POINTS = 400;
const SAMPLE_RECORD_BYTES = 64 * 1024;
const TAIL_BYTES = 64 * 1024;

interface Scan {
  readonly marks: readonly Mark[];
  readonly marksLost: boolean;
  readonly samples: readonly Sample[];
  readonly records: number;
  /** Number of the last record that is not plain (odd quotes, several lines, a repeated header, a cell too many). */
  readonly lastUneven: number;
}

/** Walks the whole text once and lays its tables out: where each begins and ends, what stands around them. */
export async function readStructure(
  source: TextSource,
  head: Head,
  candidates: readonly Candidate[],
  onBytes: (bytes: number) => void,
): Promise<Structure> {
  const scan = await scanAll(source, head, onBytes);
  const { tables, footerFrom, preambleUntil } = layOut(source, head, candidates, scan);
  const known = tables.filter((table) => table.match !== null);
  const first = known[0];
  const blankInside = (table: TableSpan) =>
    scan.marks.some((mark) => mark.kind === "blank" && mark.number >= table.from && mark.number <= table.to);
  return {
    delimiter: head.delimiter,
    head: head.records,
    preamble: head.records
      .filter((record) => record.number < preambleUntil)
      .map(({ cells }) => lineOf(cells, head.delimiter))
      .filter((line) => line !== ""),
    hasTail: scan.marks.some(({ number }) => number >= footerFrom),
    footer: scan.marks
      .filter((mark) => mark.kind !== "blank" && mark.number >= footerFrom)
      .map(({ cells }) => lineOf(cells, head.delimiter)),
    tables,
    samples: scan.samples,
    sampledAll: scan.samples.length === scan.records,
    clean:
      known.length === 1 &&
      first !== undefined &&
      first.match?.candidate.layout.shape === "flat" &&
      head.delimiter !== "\t" &&
      !scan.marksLost &&
      scan.lastUneven === 0 &&
      first.headerLines === 1 &&
      !blankInside(first),
  };
}

/** Cells as a line for people: the padding that spreadsheets add goes. */
function lineOf(cells: readonly string[], delimiter: string): string {
  const last = cells.findLastIndex((cell) => cell.trim() !== "");
  return cells
    .slice(0, last + 1)
    .join(delimiter)
    .trim();
}

async function scanAll(source: TextSource, head: Head, onBytes: (bytes: number) => void): Promise<Scan> {
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

/** A cell beyond the header's last that says nothing, or that labels a total. */
export function isExtraCell(cell: string): boolean {
  return cell.trim() === "" || TOTAL_LABEL.test(cell.trim());
}

const NOTHING = /(?!)/y;

interface Layout {
  readonly tables: readonly TableSpan[];
  /** Records from here on are footer. */
  readonly footerFrom: number;
  /** Records before this one are preamble. */
  readonly preambleUntil: number;
}

interface Open {
  readonly match: HeaderMatch | null;
  readonly title: string | null;
  readonly mark: Pick<Mark, "number" | "line" | "lines" | "cells" | "following">;
}

function layOut(source: TextSource, head: Head, candidates: readonly Candidate[], scan: Scan): Layout {
  const tables: TableSpan[] = [];
  const headerNumber = head.header?.record.number ?? 0;
  const preamble = aboveOf(head.records, head.header ? head.records.indexOf(head.header.record) : head.records.length);
  let open: Open | null = null;
  let preambleUntil = Number.POSITIVE_INFINITY;
  let breakFrom: number | null = null;
  let breakBlank = false;
  let title: string | null = null;

  const close = (to: number) => {
    if (!open) return;
    const { match, mark } = open;
    tables.push({
      match,
      title: open.title,
      header: mark.cells,
      headerNumber: mark.number,
      headerLine: mark.line,
      headerLines: mark.lines,
      from: mark.number + 1,
      to: Math.max(to, mark.number),
      firstLine: mark.line + (source.rowShift === null ? mark.lines : 1),
      firstRow: mark.following,
    });
    open = null;
  };
  const begin = (next: Open) => {
    close((breakFrom ?? next.mark.number) - 1);
    open = next;
    preambleUntil = Math.min(preambleUntil, next.mark.number);
  };

  const titles = new Set(candidates.flatMap((candidate) => [...candidate.titles.keys()]));
  for (const mark of withHeader(scan.marks, head, scan.samples)) {
    if (mark.kind === "blank") {
      breakFrom ??= mark.number;
      breakBlank = true;
      continue;
    }
    if (mark.kind === "single" && mark.number !== headerNumber) {
      breakFrom ??= mark.number;
      const filled = mark.cells.filter((cell) => cell.trim() !== "");
      title = filled.length === 1 ? (filled[0] ?? "").trim() : null;
      continue;
    }
    if (mark.number === headerNumber && head.header)
      begin({ match: head.header.match, title: sectionOf(head.header.match, preamble.section), mark });
    else if (mark.number > headerNumber && !isGroupRow(open, title)) {
      const hopeful = mark.cells.some((cell) => titles.has(normaliseTitle(cell)));
      const above = { preamble: preamble.preamble, section: title };
      const [match, rival] = hopeful ? fullMatches(mark.cells, candidates, above) : [];
      if (match) {
        refuseTie(source.file, mark.line, match, rival);
        if (!isRepeated(open, mark, match)) begin({ match, title, mark });
      } else if (looksLikeHeader(mark, open, scan.samples)) begin({ match: null, title, mark });
    } else if (mark.number < headerNumber && looksLikeHeader(mark, open, scan.samples))
      begin({ match: null, title, mark });
    breakFrom = null;
    breakBlank = false;
    title = null;
  }

  const endsInFooter = breakFrom !== null && (breakBlank || scan.marks.some(isFooterFrom(breakFrom)));
  const footerFrom = endsInFooter && breakFrom !== null ? firstFooter(scan.marks, breakFrom) : scan.records + 1;
  close(footerFrom - 1);
  return { tables, footerFrom, preambleUntil };
}

/** The line above the first header titles a section only where the layout says so; else it is preamble. */
function sectionOf(match: HeaderMatch, title: string | null): string | null {
  return match.candidate.section === null ? null : title;
}

/** Rows with one cell directly below the data belong to it; the footer begins at a blank row or a known footer. */
function firstFooter(marks: readonly Mark[], breakFrom: number): number {
  const isFooter = isFooterFrom(breakFrom);
  const at = marks.find((mark) => isFooter(mark) || (mark.kind === "blank" && mark.number >= breakFrom));
  return at?.number ?? breakFrom;
}

function isFooterFrom(breakFrom: number): (mark: Mark) => boolean {
  return (mark) => mark.number >= breakFrom && FOOTER.test(mark.cells.join(" ").trim());
}

/** The recognised header as a mark in its place, also where no blank row stands above it. */
function withHeader(marks: readonly Mark[], head: Head, samples: readonly Sample[]): Mark[] {
  const header = head.header?.record;
  if (!header) return [...marks];
  const rest = marks.filter((mark) => mark.number !== header.number);
  const following = samples.find((sample) => sample.number === header.number + 1)?.cells ?? null;
  const mark: Mark = {
    kind: "after",
    number: header.number,
    line: header.line,
    lines: header.lines,
    cells: header.cells,
    following,
  };
  const at = rest.findIndex((each) => each.number > header.number);
  return at < 0 ? [...rest, mark] : [...rest.slice(0, at), mark, ...rest.slice(at)];
}

/** In files with section rows, a row with one cell groups the rows below it; it does not begin a table. */
function isGroupRow(open: Open | null, title: string | null): boolean {
  return title !== null && open?.match?.candidate.layout.shape === "section_rows";
}

/** The header of the open table once more, and not that of another section with the same columns. */
function isRepeated(open: Open | null, mark: Mark, match: HeaderMatch): boolean {
  if (open === null || open.match?.candidate !== match.candidate) return false;
  return open.mark.cells.length === mark.cells.length && open.mark.cells.every((cell, at) => cell === mark.cells[at]);
}

/** All text, all different, where the open table has numbers; and the row below has numbers or dates again. */
function looksLikeHeader(mark: Mark, open: Open | null, samples: readonly Sample[]): boolean {
  const cells = mark.cells.map((cell) => cell.trim());
  if (
    cells.length < 2 ||
    cells.some((cell) => isNullToken(cell) || isNumeric(cell) || isDated(cell) || /[:：]/.test(cell))
  )
    return false;
  if (new Set(cells).size !== cells.length) return false;
  const below = mark.following;
  if (!below || below.length !== cells.length) return false;
  const figures = below.map((cell) => isNumeric(cell) || isDated(cell));
  if (!figures.some(Boolean)) return false;
  if (!open) return true;
  const since = open.mark.number;
  const before = samples.filter((sample) => sample.number > since && sample.number < mark.number).slice(0, 50);
  if (before.length > 0 && before.every((sample) => sample.cells.length !== cells.length)) return true;
  return cells.some(
    (_, at) =>
      figures[at] && before.some((sample) => isNumeric(sample.cells[at] ?? "") || isDated(sample.cells[at] ?? "")),
  );
}
