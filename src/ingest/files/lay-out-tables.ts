import { FOOTER } from "./cell-kinds.ts";
import { aboveOf, type Head, refuseTie } from "./find-header.ts";
import { looksLikeHeader } from "./looks-like-header.ts";
import { type Candidate, fullMatches, type HeaderMatch } from "./match-layout.ts";
import { normaliseTitle } from "./normalise-title.ts";
import type { Mark, Sample, Scan } from "./scan-structure.ts";
import type { TextSource } from "./text-source.ts";

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

export interface Layout {
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

/** Where each table of a text begins and ends, by the marks of its scan. */
export function layOutTables(source: TextSource, head: Head, candidates: readonly Candidate[], scan: Scan): Layout {
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
