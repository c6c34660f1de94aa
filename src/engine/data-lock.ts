import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { LeadlineError } from "../language/leadline-error.ts";

/** Who holds a warehouse directory. */
interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Tells a process from a later one with the same pid; "" where the system does not say. */
  readonly born: string;
}

const FILE = "leadline.lock";
const held = new Map<string, number>();

/**
 * Takes the directory for this process, or fails at once with `engine.locked`. The lock of a process that is gone is
 * taken over. Locks of another host cannot be judged from here; there the engine's own lock decides.
 */
export function takeDataLock(directory: string): () => void {
  const count = held.get(directory) ?? 0;
  if (count === 0) claim(directory);
  held.set(directory, count + 1);
  let released = false;
  return () => {
    if (released) return;
    released = true;
    const left = (held.get(directory) ?? 1) - 1;
    if (left > 0) held.set(directory, left);
    else {
      held.delete(directory);
      rmSync(join(directory, FILE), { force: true });
    }
  };
}

export function lockedError(directory: string, pid: number | null): LeadlineError {
  const who = pid === null ? "another process" : `another process (${pid})`;
  return new LeadlineError(
    "engine.locked",
    `The warehouse is in use by ${who}.`,
    "Close the other Leadline (perhaps `leadline serve`), or wait until it is done, and try again.",
    { file: directory },
  );
}

function claim(directory: string): void {
  const me: LockHolder = { pid: process.pid, host: hostname(), born: bornAt(process.pid) };
  const lock = join(directory, FILE);
  const mine = `${lock}.${process.pid}`;
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(mine, JSON.stringify(me));
  } catch {
    unwritable(directory);
  }
  try {
    for (let attempt = 0; attempt < 5; attempt++) {
      if (linked(mine, lock)) return;
      const other = read(lock);
      if (other !== null && isAlive(other)) throw lockedError(directory, other.pid);
      setAside(lock, other, directory);
    }
    throw lockedError(directory, null);
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Linking fails when the name is taken, and never shows a half-written file; some file systems can only copy. */
function linked(from: string, to: string): boolean {
  return (
    unlessTaken(() => linkSync(from, to)) ??
    unlessTaken(() => copyFileSync(from, to, constants.COPYFILE_EXCL)) ??
    unwritable(to)
  );
}

/** True when done, false when the name is taken, null when the file system refuses. */
function unlessTaken(make: () => void): boolean | null {
  try {
    make();
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EEXIST" ? false : null;
  }
}

function unwritable(path: string): never {
  throw new LeadlineError(
    "engine.permission",
    "The warehouse's directory cannot be written.",
    "Check that this user may write there and that the disk is not full or read-only.",
    { file: path },
  );
}

/** Two processes may find the same dead lock: what was moved aside must be the one that was judged. */
function setAside(lock: string, judged: LockHolder | null, directory: string): void {
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  const moved = read(aside);
  const isOther = JSON.stringify(moved) !== JSON.stringify(judged);
  if (isOther) linked(aside, lock);
  rmSync(aside, { force: true });
  if (isOther) throw lockedError(directory, moved?.pid ?? null);
}

function read(file: string): LockHolder | null {
  try {
    const { pid, host, born } = JSON.parse(readFileSync(file, "utf8")) as Partial<LockHolder>;
    return typeof pid === "number" ? { pid, host: String(host), born: String(born) } : null;
  } catch {
    return null;
  }
}

function isAlive({ pid, host, born }: LockHolder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  return pid !== process.pid && bornAt(pid) === born;
}

/** Boot and start time of a process on Linux. */
function bornAt(pid: number): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command's name, in brackets, may hold blanks; the start time is the 22nd field of all.
    const started = stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
    return `${boot}/${started}`;
  } catch {
    return "";
  }
}
