import { fileErrors } from "./file-errors.ts";
import {
  type Above,
  type Candidate,
  compareMatches,
  fullMatches,
  type HeaderMatch,
  layoutName,
  matchHeader,
} from "./match-layout.ts";
import { scanRecords } from "./scan-records.ts";
import { splitCells } from "./split-cells.ts";
import type { TextSource } from "./text-source.ts";

export interface HeadRecord {
  readonly number: number;
  readonly line: number;
  readonly lines: number;
  readonly cells: readonly string[];
  readonly filled: number;
}

export interface Head {
  readonly delimiter: string;
  readonly records: readonly HeadRecord[];
  /** The first recognised header; null: perhaps later, after a section's title. */
  readonly header: { readonly record: HeadRecord; readonly match: HeaderMatch } | null;
}

/** The header stands in the first lines; what stands above it has no fixed length in any system. */
const HEADER_WITHIN = 40;
const MAX_HEAD_RECORD = 1024 * 1024;

/** Finds delimiter and header: the delimiter under which a known header appears, never the one of the first line. */
export async function findHeader(source: TextSource, candidates: readonly Candidate[]): Promise<Head> {
  const heads: Head[] = [];
  for (const delimiter of source.delimiters) {
    const records = await readHead(source, delimiter, source.plain ? 1 : HEADER_WITHIN);
    heads.push({ delimiter, records, header: firstHeader(source, records, candidates) });
  }
  const found = heads
    .filter((head) => head.header !== null)
    .toSorted((a, b) => (a.header && b.header ? compareMatches(a.header.match, b.header.match) : 0))[0];
  if (found) return found;
  const guess = heads.toSorted((a, b) => likeness(b, candidates) - likeness(a, candidates))[0];
  return guess ?? { delimiter: ",", records: [], header: null };
}

/** Text of the lines above a record, and the line that titles its section. */
export function aboveOf(records: readonly HeadRecord[], index: number): Above {
  const lines = records.slice(0, index);
  const last = lines.findLast((record) => record.filled > 0);
  return {
    preamble: lines.map((record) => record.cells.join(" ").trim()).join("\n"),
    section: last && last.filled === 1 ? (last.cells.find((cell) => cell.trim() !== "") ?? "").trim() : null,
  };
}

/** The first records of a text under one delimiter. */
export async function readHead(source: TextSource, delimiter: string, limit: number): Promise<HeadRecord[]> {
  const records: HeadRecord[] = [];
  // Under a wrong delimiter quotes may seem to stay open: then this delimiter has no header, and the scan will tell.
  const stop = () => new StopReading();
  try {
    await scanRecords(
      source.path,
      { delimiter, maxRecordBytes: MAX_HEAD_RECORD, rowShift: source.rowShift, onUnclosedQuote: stop, onTooLong: stop },
      ({ buffer, start, end, number, line, lines, filled }) => {
        const cells = splitCells(buffer.toString("utf8", start, end), delimiter);
        records.push({ number, line, lines, cells, filled });
        return records.length < limit;
      },
    );
  } catch (error) {
    if (!(error instanceof StopReading)) throw error;
  }
  return records;
}

class StopReading extends Error {}

function firstHeader(
  source: TextSource,
  records: readonly HeadRecord[],
  candidates: readonly Candidate[],
): Head["header"] {
  for (const [index, record] of records.entries()) {
    if (record.filled === 0) continue;
    const [match, rival] = fullMatches(record.cells, candidates, aboveOf(records, index));
    if (!match) continue;
    // A row of group titles may stand right above the header itself.
    const below = [1, 2].flatMap((step) => {
      const next = records[index + step];
      const better = next && fullMatches(next.cells, candidates, aboveOf(records, index + step))[0];
      return next && better && better.matched > match.matched ? [{ record: next, match: better }] : [];
    })[0];
    if (below) return below;
    refuseTie(source.file, record.line, match, rival);
    return { record, match };
  }
  return null;
}

/** Two layouts of different presets that fit equally well cannot be told apart: the user must say. */
export function refuseTie(file: string, line: number, match: HeaderMatch, rival: HeaderMatch | undefined): void {
  if (!rival || compareMatches(match, rival) !== 0 || match.candidate.preset.id === rival.candidate.preset.id) return;
  throw fileErrors.ambiguous(file, line, [layoutName(match), layoutName(rival)]);
}

/** How much a reading looks like a table that could be known: near matches first, then rows of equal width. */
function likeness(head: Head, candidates: readonly Candidate[]): number {
  const near = Math.max(
    0,
    ...head.records.flatMap((record, index) =>
      candidates.map((each) => matchHeader(record.cells, each, aboveOf(head.records, index))?.matched ?? 0),
    ),
  );
  const widths = head.records.filter((record) => record.filled > 1).map((record) => record.cells.length);
  return near * 1000 + Math.min(widths.length, 40) * 10 + Math.min(Math.max(0, ...widths), 9);
}
