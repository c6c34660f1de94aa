import type { Engine } from "../../engine/engine.ts";
import { reasonText as storedReason } from "../../sql/load/stage-rows.ts";
import type { PlannedLoad } from "./plan-load.ts";
import { reasonSentence, reasonText } from "./reason-text.ts";

export interface Counts {
  readonly read: number;
  readonly loaded: number;
  readonly quarantinedRows: number;
  readonly skippedRows: number;
  /** Reason -> rows. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
}

/** Every row of the file once: loaded, quarantined or skipped. */
export async function countRows(
  engine: Engine,
  { loadNo, tables, prepared }: PlannedLoad,
  language: "en" | "zh",
): Promise<Counts> {
  let loaded = 0;
  const skipped: Record<string, number> = {};
  const quarantined: Record<string, number> = {};
  const add = (to: Record<string, number>, reason: string, rows: number): void => {
    if (rows > 0) to[reason] = (to[reason] ?? 0) + rows;
  };
  for (const { lines, reasons, input } of tables) {
    const rows = await engine.query<{ verdict: string; reason: string; n: string }>(
      `SELECT verdict, reason, count() AS n FROM raw_row
       WHERE load_no = ${loadNo} AND line BETWEEN ${lines[0]} AND ${lines[1]} GROUP BY verdict, reason ORDER BY verdict, reason`,
    );
    for (const { verdict, reason, n } of rows) {
      const known = reasons.find((each) => storedReason(each) === reason);
      const text = known ? reasonSentence(known, input.table.layout, language) : reason;
      if (verdict === "data") loaded += Number(n);
      else add(verdict === "quarantined" ? quarantined : skipped, text, Number(n));
    }
    for (const { reason, rows: count } of input.table.leftOut) add(skipped, reason[language], count);
  }
  for (const { title, headerLine, rows } of prepared.unread)
    add(skipped, reasonText('table "{0}" that is not read', language, String(title ?? headerLine)), rows);
  const total = (of: Record<string, number>): number => Object.values(of).reduce((sum, rows) => sum + rows, 0);
  const quarantinedRows = total(quarantined);
  const skippedRows = total(skipped);
  return { read: loaded + quarantinedRows + skippedRows, loaded, quarantinedRows, skippedRows, skipped, quarantined };
}
