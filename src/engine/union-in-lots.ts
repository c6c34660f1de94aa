import { valuesNamed } from "../sql/values-named.ts";
import type { Parameters, RunOptions } from "./engine.ts";

/** Below this many characters a statement of its own takes longer than it saves. */
const LEAST = 2_000;

type Query = <Row>(sql: string, parameters: Parameters, options: RunOptions) => Promise<Row[]>;

/**
 * Runs SELECTs as `UNION ALL` would, in up to `most` statements at once: the engine reads and plans one statement on one
 * core, which for what people ask takes longer than reading the rows. Fails as the first that fails; the others are ended.
 */
export async function unionInLots<Row>(
  query: Query,
  selects: readonly string[],
  most: number,
  parameters: Parameters = {},
  options: RunOptions = {},
): Promise<Row[]> {
  const lots = lotsOf(selects, most);
  const [only] = lots;
  if (only === undefined) return [];
  if (lots.length === 1) return query<Row>(only, parameters, options);
  const failing = new AbortController();
  const signal = options.signal === undefined ? failing.signal : AbortSignal.any([options.signal, failing.signal]);
  try {
    const rows = await Promise.all(
      lots.map((sql) => query<Row>(sql, valuesNamed(sql, parameters), { ...options, signal })),
    );
    return rows.flat();
  } catch (thrown) {
    failing.abort();
    throw thrown;
  }
}

/** Statements of about the same length, at most so many. */
export function lotsOf(selects: readonly string[], most: number): readonly string[] {
  const total = selects.reduce((sum, { length }) => sum + length, 0);
  const count = Math.max(1, Math.min(most, selects.length, Math.floor(total / LEAST)));
  const lots = Array.from({ length: count }, (): { length: number; readonly selects: string[] } => ({
    length: 0,
    selects: [],
  }));
  for (const select of selects.toSorted((a, b) => b.length - a.length)) {
    const shortest = lots.reduce((least, lot) => (lot.length < least.length ? lot : least));
    shortest.selects.push(select);
    shortest.length += select.length;
  }
  return lots.filter((lot) => lot.selects.length > 0).map((lot) => lot.selects.join("\nUNION ALL\n"));
}
