import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { RunOptions } from "./engine.ts";
import { engineError, timedOut, wasCancelled } from "./engine-error.ts";
import { DEFAULT_TIMEOUT_SECONDS, type Settings, settingsFor } from "./engine-settings.ts";

/** The engine ends an overdue statement itself; only if it has not after this long is the statement killed. */
const GRACE_MILLISECONDS = 1000;
const KILL_ATTEMPTS = 20;

export interface Attempt {
  readonly settings: Settings;
  /** Fires when nobody waits for the result any more. */
  readonly ended: AbortSignal;
}

/**
 * Runs one statement within its limits of time and memory. When the caller's signal fires or time is up, the caller
 * hears of it at once and the statement is killed.
 */
export async function runStatement<Result>(
  options: RunOptions,
  start: (attempt: Attempt) => Promise<Result>,
  kill: (tag: string) => Promise<void>,
): Promise<Result> {
  if (options.signal?.aborted) throw wasCancelled();
  const tag = `leadline-${randomUUID()}`;
  const ended = new AbortController();
  const result = start({ settings: settingsFor(options, tag), ended: ended.signal });
  let settled = false;
  const settling = result.then(
    () => {
      settled = true;
    },
    () => {
      settled = true;
    },
  );
  return new Promise<Result>((resolve, reject) => {
    const giveUp = (error: Error): void => {
      stopWatching();
      reject(error);
      ended.abort(error);
      void killUntil(
        () => settled,
        settling,
        () => kill(tag),
      );
    };
    const onAbort = (): void => giveUp(wasCancelled());
    const seconds = options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
    const watchdog = setTimeout(() => giveUp(timedOut()), seconds * 1000 + GRACE_MILLISECONDS);
    const stopWatching = (): void => {
      clearTimeout(watchdog);
      options.signal?.removeEventListener("abort", onAbort);
    };
    options.signal?.addEventListener("abort", onAbort, { once: true });
    result.then(resolve, (thrown) => reject(engineError(thrown))).finally(stopWatching);
  });
}

/** A statement can only be killed once the engine has it, so killing is tried until the statement has ended. */
async function killUntil(isSettled: () => boolean, settling: Promise<void>, kill: () => Promise<void>): Promise<void> {
  for (let attempt = 0; attempt < KILL_ATTEMPTS && !isSettled(); attempt++) {
    await kill().catch(() => {});
    await Promise.race([settling, wait(100 * (attempt + 1))]);
  }
}

export function killByTag(tag: string): string {
  return `KILL QUERY WHERE Settings['log_comment'] = '${tag}' ASYNC`;
}
