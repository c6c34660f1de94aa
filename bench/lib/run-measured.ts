import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

export interface MeasuredRun {
  readonly seconds: number;
  /** Highest memory of the process so far as its last reading says, in bytes. */
  readonly peakBytes: number;
  /** Processor time of all its threads, in seconds. */
  readonly cpuSeconds: number;
  readonly stdout: string;
}

/** Runs Node with arguments as a process of its own; throws with its messages unless it ends with 0. */
export function runMeasured(args: readonly string[], env: NodeJS.ProcessEnv = process.env): Promise<MeasuredRun> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    let [stdout, stderr, peakBytes, cpuSeconds] = ["", "", 0, 0];
    child.stdout.on("data", (chunk) => {
      stdout += chunk;
    });
    child.stderr.on("data", (chunk) => {
      stderr += chunk;
    });
    const look = setInterval(() => {
      peakBytes = Math.max(peakBytes, peakOf(child.pid ?? 0));
      cpuSeconds = Math.max(cpuSeconds, cpuOf(child.pid ?? 0));
    }, 20);
    child.on("close", (code) => {
      clearInterval(look);
      const seconds = (performance.now() - start) / 1000;
      if (code === 0) resolve({ seconds, peakBytes, cpuSeconds, stdout });
      else reject(new Error(`${args.join(" ")} ended with ${code}\n${stderr}`));
    });
  });
}

const TICKS_PER_SECOND = 100;

/** utime and stime of a process. 0 where there is no /proc. */
function cpuOf(pid: number): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return 0;
  }
}

/** VmHWM of a process: the most it has held in memory since it began. 0 where there is no /proc. */
function peakOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
