import { type ApiError, api, type LoadedFile, uploadFile } from "../api/client.ts";

/** Where a dropped file stands on its way into the workspace. */
export type Phase = "uploading" | "reading" | "ready" | "loading" | "done" | "failed";

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  readonly phase: Phase;
  /** Of the phase's work, 0 to 1. */
  readonly share: number;
  readonly step: string;
  readonly upload: string | null;
  /** What was recognised; after loading, what was loaded. */
  readonly file: LoadedFile | null;
  readonly problem: { readonly detail: string; readonly remedy: string } | null;
}

const PAUSE = 400;
let items: readonly QueuedFile[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

function put(id: number, change: Partial<QueuedFile>): void {
  items = items.map((item) => (item.id === id ? { ...item, ...change } : item));
  for (const watcher of watchers) watcher();
}

const problemOf = (error: unknown) => ({
  detail: error instanceof Error ? error.message : String(error),
  remedy: (error as Partial<ApiError>).remedy ?? "",
});

/** For `useSyncExternalStore`. */
export function watchQueue(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const queuedFiles = (): readonly QueuedFile[] => items;

/** Uploads files one after another, each with its preview; nothing is loaded yet. */
export async function addFiles(files: readonly File[]): Promise<void> {
  const added = files.map((file) => ({ id: nextId++, file }));
  items = [
    ...items,
    ...added.map(({ id, file }) => ({
      id,
      name: file.name,
      phase: "uploading" as const,
      share: 0,
      step: "",
      upload: null,
      file: null,
      problem: null,
    })),
  ];
  for (const watcher of watchers) watcher();
  for (const { id, file } of added) {
    try {
      const { upload, preview } = await uploadFile(file, (share) =>
        put(id, share < 1 ? { share } : { share: 1, phase: "reading" }),
      );
      if (preview?.error) {
        put(id, { phase: "failed", problem: { detail: preview.error.message, remedy: preview.error.remedy } });
      } else put(id, { phase: "ready", upload, file: preview });
    } catch (error) {
      put(id, { phase: "failed", problem: problemOf(error) });
    }
  }
}

export function removeFile(id: number): void {
  items = items.filter((item) => item.id !== id);
  for (const watcher of watchers) watcher();
}

/** Loads what is ready and follows the job to its end. */
export async function loadReady(): Promise<void> {
  const ready = items.filter((item) => item.phase === "ready" && item.upload);
  for (const { id } of ready) put(id, { phase: "loading", share: 0, step: "waiting" });
  try {
    let job = await api.load(ready.map((item) => ({ upload: item.upload ?? "" })));
    while (job.state === "running") {
      await new Promise((done) => setTimeout(done, PAUSE));
      job = await api.job(job.id);
      const [, name, step = job.step] = /^(.*): (\w+)$/.exec(job.step) ?? [];
      for (const item of ready) {
        if (item.name === name) put(item.id, { share: job.total > 0 ? job.done / job.total : 0, step });
      }
    }
    if (job.problem) throw Object.assign(new Error(job.problem.detail), { remedy: job.problem.remedy });
    for (const [i, item] of ready.entries()) {
      const file = job.result?.files[i] ?? null;
      if (file?.error) {
        put(item.id, { phase: "failed", problem: { detail: file.error.message, remedy: file.error.remedy } });
      } else put(item.id, { phase: "done", share: 1, file });
    }
  } catch (error) {
    for (const { id } of ready) put(id, { phase: "failed", problem: problemOf(error) });
  }
}
