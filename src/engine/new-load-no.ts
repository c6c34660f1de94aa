import type { Engine } from "./engine.ts";

const given = new WeakMap<Engine, Promise<number>>();

/**
 * The next load's number: above every number that a load, a ledger row or this engine's caller ever had. Two processes
 * never write to one warehouse directory at a time; on a server the ledger's reader decides between two of the same.
 */
export function newLoadNo(engine: Engine): Promise<number> {
  const next = (given.get(engine) ?? Promise.resolve(0))
    .catch(() => 0)
    .then(async (last) => {
      const [row] = await engine.query<{ highest: number }>(
        "SELECT greatest((SELECT max(load_no) FROM load), (SELECT max(load_no) FROM ledger)) AS highest",
      );
      return Math.max(last, row?.highest ?? 0) + 1;
    });
  given.set(engine, next);
  return next;
}
