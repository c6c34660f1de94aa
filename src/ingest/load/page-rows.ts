import type { Engine } from "../../engine/engine.ts";
import { LOOKUP_PREFIX } from "./lookup-table.ts";

const PAGE = 20_000;
const LONG = { timeoutSeconds: 3600 } as const;

/**
 * All rows of a SELECT, page by page, in its order: it runs once, into a table that is removed afterwards. No load may run
 * at the same time.
 */
export async function* pageRows<Row extends object>(engine: Engine, select: string): AsyncGenerator<readonly Row[]> {
  const table = `${LOOKUP_PREFIX}pages`;
  await engine.command(`DROP TABLE IF EXISTS ${table} SYNC`);
  await engine.command(
    `CREATE TABLE ${table} ENGINE = MergeTree ORDER BY page_row AS
     SELECT rowNumberInAllBlocks() AS page_row, * FROM (${select})`,
    {},
    { ...LONG, settings: { max_threads: 1, max_insert_threads: 1 } },
  );
  try {
    for (let from = 0; ; from += PAGE) {
      const rows = await engine.query<Row>(
        `SELECT * EXCEPT page_row FROM ${table} WHERE page_row >= ${from} AND page_row < ${from + PAGE} ORDER BY page_row`,
        {},
        LONG,
      );
      if (rows.length > 0) yield rows;
      if (rows.length < PAGE) return;
    }
  } finally {
    await engine.command(`DROP TABLE IF EXISTS ${table} SYNC`);
  }
}
