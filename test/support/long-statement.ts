import type { Engine } from "../../src/engine/engine.ts";

/** Runs for minutes. */
export const LONG_STATEMENT = "SELECT count() AS n FROM numbers(100000000000) WHERE sipHash64(number) = 1";

/** How many long statements the engine is running. */
export async function runningLong(engine: Engine): Promise<number> {
  const [row] = await engine.query<{ n: string }>(
    `SELECT count() AS n FROM system.processes
     WHERE query LIKE '%sipHash64(number) =%' AND query NOT LIKE '%system.processes%'`,
  );
  return Number(row?.n);
}
