/**
 * Runs steps as soon as those they need have run, at most so many at once; where several could begin, the first does.
 * `needs`: by step the places of steps before it. When one fails no other begins, and those that run are waited for.
 */
export async function runByNeed(
  needs: readonly (readonly number[])[],
  most: number,
  run: (step: number) => Promise<void>,
): Promise<void> {
  const waiting = new Set(needs.keys());
  const running = new Map<number, Promise<void>>();
  const done = new Set<number>();
  const begin = (step: number): void => {
    waiting.delete(step);
    const ended = run(step).then(() => {
      running.delete(step);
      done.add(step);
    });
    running.set(step, ended);
  };
  try {
    while (waiting.size + running.size > 0) {
      for (const step of waiting)
        if (running.size < most && needs[step]?.every((needed) => done.has(needed))) begin(step);
      await Promise.race(running.values());
    }
  } finally {
    await Promise.allSettled(running.values());
  }
}
