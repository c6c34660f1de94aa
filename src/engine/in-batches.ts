const BATCH_ROWS = 20_000;

/** Cuts rows into pieces that are sent as one statement each; nothing for no rows. */
export function* inBatches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += BATCH_ROWS) yield rows.slice(start, start + BATCH_ROWS);
}
