import { FOOTER, isDated, isNumeric } from "./cell-kinds.ts";
import type { HeadRecord } from "./find-header.ts";

/** More lines above a header are no preamble. */
const MOST_LINES = 30;

/**
 * The header of a table without rows, by its looks: the last of all records and wider than those above it, with several
 * different titles and no figure. Null where there may be rows.
 */
export function findLoneHeader(records: readonly HeadRecord[]): HeadRecord | null {
  const filled = records.filter((record) => record.filled > 0 && !FOOTER.test(record.cells.join(" ").trim()));
  const last = filled.at(-1);
  if (last === undefined || records.length > MOST_LINES) return null;
  const titles = filledOf(last);
  const isHeader =
    titles.length > 1 &&
    titles.every((title) => !isNumeric(title) && !isDated(title)) &&
    new Set(titles).size === titles.length;
  return isHeader && filled.every((record) => record === last || record.filled < last.filled) ? last : null;
}

/** A record's cells with something in them. */
export function filledOf({ cells }: Pick<HeadRecord, "cells">): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}
