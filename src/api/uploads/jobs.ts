import { randomUUID } from "node:crypto";
import { LeadlineError } from "../../language/leadline-error.ts";

export interface Job {
  readonly id: string;
  state: "running" | "done" | "failed";
  step: string;
  done: number;
  total: number;
  result: unknown;
  problem: { code: string; detail: string; remedy: string } | null;
}

export interface Jobs {
  /** Starts work that reports its progress; returns at once. */
  readonly start: (work: (report: (step: string, done: number, total: number) => void) => Promise<unknown>) => Job;
  /** Throws `job.unknown`. */
  readonly get: (id: string) => Job;
}

/** Jobs of this process; the last hundred are remembered. */
export function createJobs(): Jobs {
  const jobs = new Map<string, Job>();
  return {
    start(work) {
      const job: Job = {
        id: randomUUID(),
        state: "running",
        step: "waiting",
        done: 0,
        total: 0,
        result: null,
        problem: null,
      };
      jobs.set(job.id, job);
      for (const old of [...jobs.values()]
        .filter((one) => one.state !== "running")
        .slice(0, Math.max(0, jobs.size - 100)))
        jobs.delete(old.id);
      work((step, done, total) => Object.assign(job, { step, done, total })).then(
        (result) => Object.assign(job, { state: "done", result }),
        (error: unknown) =>
          Object.assign(job, {
            state: "failed",
            problem:
              error instanceof LeadlineError
                ? { code: error.code, detail: error.message, remedy: error.remedy }
                : {
                    code: "internal",
                    detail: "The load broke off; nothing was changed.",
                    remedy: "See the server's log.",
                  },
          }),
      );
      return job;
    },
    get(id) {
      const job = jobs.get(id);
      if (job) return job;
      throw new LeadlineError(
        "job.unknown",
        "This job is not known to the running server.",
        "See /api/sources for what is loaded.",
        {
          key: id,
        },
      );
    },
  };
}
