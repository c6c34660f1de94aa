import { type ChildProcess, spawn } from "node:child_process";
import { PassThrough, pipeline } from "node:stream";
import { syncErrors } from "./sync-errors.ts";

export interface TapProgram {
  readonly command: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly timeoutMinutes: number;
  /** Longest pause in which it may write nothing. */
  readonly idleMinutes: number;
  readonly onLog: (text: string) => void;
}

export interface RunningTap {
  /** What it writes; it waits while nobody reads. Throws `sync.no_program`, `sync.hangs`, `sync.too_long`. */
  readonly output: AsyncIterable<Uint8Array>;
  /** Waits for its end; throws `sync.died` where that is none to be glad of. */
  readonly ended: () => Promise<void>;
  /** Ends it with all that it started; may be called at any time. */
  readonly kill: () => Promise<void>;
}

const MINUTE = 60_000;
const GRACE_MILLISECONDS = 3000;

/** Starts a tap without a shell, in a group of its own. */
export function runTap({ command, cwd, env, timeoutMinutes, idleMinutes, onLog }: TapProgram): RunningTap {
  const [program = "", ...args] = command;
  const child = spawn(program, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  let failure: Error | null = null;
  const exit = new Promise<{ readonly code: number | null; readonly signal: string | null }>((resolve) => {
    child.once("error", () => {
      failure = syncErrors.noProgram(program);
      resolve({ code: null, signal: null });
    });
    child.once("exit", (code, signal) => resolve({ code, signal }));
  });
  // What nobody reads when a child exits is thrown away by Node, so somebody must from the beginning.
  const written = pipeline(child.stdout, new PassThrough(), () => {});
  child.stderr?.setEncoding("utf8").on("data", onLog);

  const kill = async (): Promise<void> => {
    clearTimeout(deadline);
    for (const name of SIGNALS) process.off(name, onSignal);
    signalGroup(child, "SIGTERM");
    await Promise.race([exit, pause(GRACE_MILLISECONDS)]);
    // What it started may live on without it.
    signalGroup(child, "SIGKILL");
    child.stdout?.destroy();
  };
  const fail = (error: Error): void => {
    failure ??= error;
    void kill();
  };
  const onSignal = (name: NodeJS.Signals): void => {
    signalGroup(child, "SIGKILL");
    for (const other of SIGNALS) process.off(other, onSignal);
    process.kill(process.pid, name);
  };
  for (const name of SIGNALS) process.on(name, onSignal);
  const deadline = setTimeout(() => fail(syncErrors.tooLong(program, timeoutMinutes)), timeoutMinutes * MINUTE);

  async function within<Result>(work: Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const idle = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        fail(syncErrors.hangs(program, idleMinutes));
        reject(failure ?? syncErrors.hangs(program, idleMinutes));
      }, idleMinutes * MINUTE);
    });
    try {
      return await Promise.race([work, idle]);
    } finally {
      clearTimeout(timer);
    }
  }

  async function* read(): AsyncGenerator<Uint8Array> {
    const chunks: AsyncIterator<Uint8Array> = written[Symbol.asyncIterator]();
    try {
      while (true) {
        const next = await within(chunks.next());
        if (next.done) break;
        yield next.value;
      }
    } catch (error) {
      throw failure ?? error;
    }
    if (failure) throw failure;
  }

  return {
    output: read(),
    async ended() {
      const { code, signal } = await within(exit);
      if (failure) throw failure;
      if (signal !== null) throw syncErrors.killed(program, signal);
      if (code !== 0) throw syncErrors.died(program, code ?? 1);
    },
    kill,
  };
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref());
}
