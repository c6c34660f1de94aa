import type { HeadRecord } from "./find-header.ts";
import { type Candidate, fullMatches } from "./match-layout.ts";
import { titleKey } from "./title-key.ts";
import { CellWriter } from "./write-cells.ts";

/**
 * Writes a file of titles and values as a table of one row, if a layout of that shape reads it; false where none does. Of
 * a title that comes again (totals first, then those of each variant) the first value holds.
 */
export function convertKeyValue(records: readonly HeadRecord[], candidates: readonly Candidate[], to: string): boolean {
  const values = new Map<string, string>();
  for (const { cells, filled } of records) {
    const [title = "", value = ""] = cells;
    const key = titleKey(title);
    if (filled === 2 && key !== "" && value.trim() !== "" && !values.has(key)) values.set(key, value.trim());
  }
  const preamble = records.map(({ cells }) => cells.join(" ").trim()).join("\n");
  const [match] = fullMatches([...values.keys()], candidates, { preamble, section: null });
  if (match === undefined) return false;
  const writer = new CellWriter(to);
  try {
    writer.write([...values.keys()]);
    writer.write([...values.values()]);
  } finally {
    writer.close();
  }
  return true;
}
