import type { Engine } from "../../engine/engine.ts";

const queues = new WeakMap<Engine, Promise<unknown>>();

/** Runs work that changes a warehouse after all such work asked for before: two loads never mix. */
export function oneAtATime<Result>(engine: Engine, work: () => Promise<Result>): Promise<Result> {
  const before = queues.get(engine) ?? Promise.resolve();
  const done = before.then(work, work);
  queues.set(
    engine,
    done.catch(() => undefined),
  );
  return done;
}
