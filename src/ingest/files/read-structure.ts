import type { Head } from "./find-header.ts";
import { layOutTables, type TableSpan } from "./lay-out-tables.ts";
import type { Candidate } from "./match-layout.ts";
import { type Sample, scanStructure } from "./scan-structure.ts";
import type { TextSource } from "./text-source.ts";

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

/** Walks the whole text once and lays its tables out: where each begins and ends, what stands around them. */
export async function readStructure(
  source: TextSource,
  head: Head,
  candidates: readonly Candidate[],
  onBytes: (bytes: number) => void,
): Promise<Structure> {
  const scan = await scanStructure(source, head, onBytes);
  const { tables, footerFrom, preambleUntil } = layOutTables(source, head, candidates, scan);
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
