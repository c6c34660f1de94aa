import { randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { RunOptions } from "./engine.ts";
import { closedError, engineError, timedOut, wasCancelled } from "./engine-error.ts";
import { DEFAULT_TIMEOUT_SECONDS, type Settings, settingsFor } from "./engine-settings.ts";

/** The engine ends an overdue statement itself; only if it has not after this long is the statement killed. */
const GRACE_MILLISECONDS = 1000;
const KILL_ATTEMPTS = 20;

export interface Attempt {
  readonly settings: Settings;
  /** Fires when nobody waits for the result any more: what has not begun need not. */
  readonly ended: AbortSignal;
  /** Fires when the statement could not be killed: drop the line. */
  readonly lost: AbortSignal;
}

/** Runs statements within their limits of time and memory, and ends those that still run when the engine is closed. */
export class StatementRunner {
  readonly #kill: (sql: string) => Promise<unknown>;
  readonly #closing = new AbortController();
  readonly #running = new Set<Promise<void>>();

  constructor(kill: (sql: string) => Promise<unknown>) {
    this.#kill = kill;
  }

  /** When the caller's signal fires or time is up, the caller hears of it at once and the statement is killed. */
  async run<Result>(options: RunOptions, start: (attempt: Attempt) => Promise<Result>): Promise<Result> {
    if (this.#closing.signal.aborted) throw closedError();
    if (options.signal?.aborted) throw wasCancelled();
    const tag = `leadline-${randomUUID()}`;
    const ended = new AbortController();
    const lost = new AbortController();
    const result = start({ settings: settingsFor(options, tag), ended: ended.signal, lost: lost.signal });
    const settling = result.then(nothing, nothing);
    this.#running.add(settling);
    settling.then(() => this.#running.delete(settling));
    return new Promise<Result>((resolve, reject) => {
      const giveUp = (error: Error): void => {
        stopWatching();
        reject(error);
        ended.abort(error);
        this.#killUntil(settling, tag).then(() => lost.abort(error));
      };
      const cancel = (): void => giveUp(wasCancelled());
      const seconds = options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS;
      const watchdog = setTimeout(() => giveUp(timedOut()), seconds * 1000 + GRACE_MILLISECONDS);
      const signals = [this.#closing.signal, ...(options.signal === undefined ? [] : [options.signal])];
      const stopWatching = (): void => {
        clearTimeout(watchdog);
        for (const signal of signals) signal.removeEventListener("abort", cancel);
      };
      for (const signal of signals) signal.addEventListener("abort", cancel);
      result.then(resolve, (thrown) => reject(engineError(thrown))).finally(stopWatching);
    });
  }

  /** Ends everything that runs and waits until it has ended; false when that had been done before. */
  async end(): Promise<boolean> {
    if (this.#closing.signal.aborted) return false;
    this.#closing.abort();
    await Promise.all(this.#running);
    return true;
  }

  /** A statement can only be killed once the engine has it, so killing is tried until the statement has ended. */
  async #killUntil(settling: Promise<void>, tag: string): Promise<void> {
    let settled = false;
    settling.then(() => {
      settled = true;
    });
    for (let attempt = 1; attempt <= KILL_ATTEMPTS; attempt++) {
      // `SYNC` can hang, and query ids are not kept by the embedded engine.
      await this.#kill(`KILL QUERY WHERE Settings['log_comment'] = '${tag}' ASYNC`).catch(nothing);
      await Promise.race([settling, wait(50 * attempt)]);
      if (settled) return;
    }
  }
}

function nothing(): void {}
