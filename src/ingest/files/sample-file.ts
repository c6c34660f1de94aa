import type { Preset } from "../../model/preset.ts";
import { isDated, isNumeric, isUnitsRow } from "./cell-kinds.ts";
import { fileErrors } from "./file-errors.ts";
import { type HeadRecord, readHead } from "./find-header.ts";
import { filledOf, findLoneHeader } from "./find-lone-header.ts";
import { fileCandidates } from "./match-layout.ts";
import { openText, type PrepareOptions } from "./prepare-file.ts";
import type { PreparedFile } from "./prepared.ts";

/** The first rows of a file that need not be known to anybody. */
export interface SampledFile extends Pick<PreparedFile, "file" | "kind" | "encoding" | "delimiter"> {
  /** Physical line (sheets and JSON: row) on which the header was found. */
  readonly headerLine: number;
  readonly header: readonly string[];
  /** As many cells as the header has, from the rows below it. */
  readonly rows: readonly (readonly string[])[];
}

const SAMPLE_RECORDS = 1000;

/**
 * Reads header and first rows of any file with a table: encoding and delimiter as for known files, the header as a
 * preset knows it, else by its looks. Throws what `prepareFile` throws for files without a table, `file.no_header` and `file.header_only`.
 */
export async function sampleFile(
  path: string,
  presets: readonly Preset[],
  options: PrepareOptions,
): Promise<SampledFile> {
  const text = await openText(path, fileCandidates(presets), options);
  try {
    const { file, kind, encoding, source, head } = text;
    const records = await readHead(source, head.delimiter, SAMPLE_RECORDS);
    const lone = source.plain ? null : findLoneHeader(records);
    if (lone) throw fileErrors.headerOnly(file, filledOf(lone), lone.line);
    const known = records.findIndex(({ number }) => number === head.header?.record.number);
    const at = source.plain ? 0 : known >= 0 ? known : guessHeader(records);
    const header = at === null ? undefined : records[at];
    if (at === null || header === undefined) throw fileErrors.noHeader(file);
    const last = header.cells.findLastIndex((cell) => cell.trim() !== "");
    const titles = header.cells.slice(0, last + 1).map((title) => title.trim());
    const rows = records
      .slice(at + 1)
      .filter(({ cells, filled }, index) => filled > (titles.length > 2 ? 1 : 0) && !(index === 0 && isUnitsRow(cells)))
      .map(({ cells }) => titles.map((_, place) => cells[place]?.trim() ?? ""));
    if (rows.length === 0) throw fileErrors.headerOnly(file, titles, header.line);
    return {
      file,
      kind,
      encoding,
      delimiter: kind === "delimited" ? head.delimiter : null,
      headerLine: header.line,
      header: titles,
      rows,
    };
  } finally {
    await text.dispose();
  }
}

/** The first row of texts, all different, that is as wide as most rows are. */
export function guessHeader(records: readonly Pick<HeadRecord, "cells" | "filled">[]): number | null {
  const width = usualWidth(records);
  const isHeader = ({ cells, filled }: Pick<HeadRecord, "cells" | "filled">): boolean => {
    const titles = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    return (
      cells.findLastIndex((cell) => cell.trim() !== "") >= width - 1 &&
      filled >= width * 0.6 &&
      titles.every((title) => !isNumeric(title) && !isDated(title)) &&
      new Set(titles).size === titles.length
    );
  };
  const found = records.findIndex((record, index) => isHeader(record) && index < records.length - 1);
  if (found >= 0) return found;
  const first = records.findIndex(({ filled }) => filled > 0);
  return first < 0 ? null : first;
}

/** The number of filled cells of those records that hold most cells: lines of a preamble may be more, but they are short. */
function usualWidth(records: readonly Pick<HeadRecord, "filled">[]): number {
  const counts = new Map<number, number>();
  for (const { filled } of records) if (filled > 0) counts.set(filled, (counts.get(filled) ?? 0) + 1);
  const [best] = [...counts].toSorted(([a, n], [b, m]) => m * b - n * a || b - a);
  return best?.[0] ?? 1;
}
