import { ApiError, api, LostServer } from "../api/client.ts";
import {
  followJob,
  type How,
  type InnerFile,
  type Job,
  type LoadedFile,
  type Preview,
  type Replacement,
  uploadFile,
  uploadsApi,
} from "./uploads-api.ts";

/** Where a dropped file stands on its way into the workspace; `asking`: it waits for a person to say something. */
export type Phase = "uploading" | "reading" | "ready" | "asking" | "loading" | "lost" | "done" | "failed";

interface QueueProblem {
  readonly code: string;
  readonly detail: string;
  readonly remedy: string;
  readonly place: Readonly<Record<string, string | number>>;
}

export interface QueuedFile {
  readonly id: number;
  readonly name: string;
  /** Name of the archive that the file came in. */
  readonly archive: string | null;
  readonly phase: Phase;
  /** Of the phase's work, 0 to 1. */
  readonly share: number;
  readonly step: string;
  readonly upload: string | null;
  /** What the person said about the file. */
  readonly how: How;
  /** What was recognised; after loading, what was loaded. */
  readonly file: LoadedFile | null;
  /** What gave way to it when it was loaded. */
  readonly replaced: readonly Replacement[];
  readonly problem: QueueProblem | null;
  /** What the page found out when the server came back. */
  readonly after: "loaded" | "not_loaded" | "unknown" | null;
  /** The file itself is still here: it can be sent again. */
  readonly again: boolean;
}

/** What a person can answer about a file before it can be read. */
const QUESTIONS: readonly string[] = [
  "file.ambiguous_dates",
  "file.mixed_dates",
  "file.ambiguous_numbers",
  "file.mixed_numbers",
  "file.unknown",
  "file.ambiguous",
  "load.setting_missing",
];

const SEARCHING = 1_500;
let items: readonly QueuedFile[] = [];
let nextId = 1;
const watchers = new Set<() => void>();

/** What can be sent again; `inside`: the file's name in the archive that is sent. */
interface Sendable {
  readonly file: File;
  readonly inside: string | null;
}

const files = new Map<number, Sendable>();

function tell(): void {
  for (const watcher of watchers) watcher();
}

function put(id: number, change: Partial<QueuedFile>): void {
  items = items.map((item) => (item.id === id ? { ...item, ...change } : item));
  tell();
}

function fail(id: number, error: unknown): void {
  const { code = "internal", remedy = "" } = error as Partial<ApiError>;
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof LostServer)
    put(id, { phase: "failed", problem: { code: "lost", detail: "", remedy: "", place: {} } });
  else put(id, { phase: "failed", problem: { code, detail, remedy, place: {} } });
}

/** A file as the server read it: ready, or with a question, or not to be loaded. */
function read(id: number, upload: string | null, file: LoadedFile | null): void {
  const { error } = file ?? {};
  if (!error) {
    // What is loaded already counts as it is; there is nothing to load.
    const phase = file?.status === "unchanged" ? "done" : "ready";
    put(id, { phase, share: 1, upload, file, problem: null });
    return;
  }
  const { code, message, remedy, place } = error;
  put(id, {
    phase: QUESTIONS.includes(code) ? "asking" : "failed",
    upload,
    file: null,
    problem: { code, detail: message, remedy, place },
  });
}

/** For `useSyncExternalStore`. */
export function watchQueue(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

export const queuedFiles = (): readonly QueuedFile[] => items;

function fresh(name: string, upload: string | null, again: boolean, archive: string | null = null): QueuedFile {
  return {
    id: nextId++,
    name,
    archive,
    phase: upload === null ? "uploading" : "reading",
    share: 0,
    step: "",
    upload,
    how: {},
    file: null,
    replaced: [],
    problem: null,
    after: null,
    again,
  };
}

function added(name: string, upload: string | null, again: boolean): QueuedFile {
  const item = fresh(name, upload, again);
  items = [...items, item];
  tell();
  return item;
}

/** Uploads files one after another, each with its preview; nothing is loaded yet. */
export async function addFiles(given: readonly File[]): Promise<void> {
  const mine = given.map((file) => {
    const { id } = added(file.name, null, true);
    files.set(id, { file, inside: null });
    return id;
  });
  for (const id of mine) await sendFile(id);
}

/** Sends a file, again where it was sent before. */
export async function sendFile(id: number): Promise<void> {
  const sendable = files.get(id);
  const { how = {} } = items.find((item) => item.id === id) ?? {};
  if (!sendable) return;
  put(id, { phase: "uploading", share: 0, problem: null, after: null, file: null });
  const said = Object.keys(how).length > 0;
  try {
    const onShare = (share: number) => put(id, share < 1 ? { share } : { share: 1, phase: "reading" });
    const { upload, preview, files: inside } = await send(sendable, onShare, !said);
    if (inside) await openArchive(id, sendable.file, inside);
    else if (preview && !said) read(id, upload, preview);
    else read(id, upload, (await uploadsApi.preview(upload, how)).preview);
  } catch (error) {
    fail(id, error);
  }
}

/** Sends a file, or the archive that it came in; of such a file there is no preview yet. */
async function send({ file, inside }: Sendable, onShare: (share: number) => void, preview: boolean): Promise<Preview> {
  const sent = await uploadFile(file, onShare, preview || inside !== null);
  const found = inside === null ? undefined : sent.files?.find(({ name }) => name === inside);
  return found?.upload ? { upload: found.upload, preview: null } : sent;
}

/** The files of an archive take its place in the queue and are read one after another. */
async function openArchive(id: number, file: File, inside: readonly InnerFile[]): Promise<void> {
  const inner = inside.map((one) => {
    const item = fresh(one.name.split("/").at(-1) ?? one.name, one.upload ?? "", true, file.name);
    files.set(item.id, { file, inside: one.name });
    return { ...one, item };
  });
  items = items.flatMap((item) => (item.id === id ? inner.map((one) => one.item) : [item]));
  files.delete(id);
  tell();
  for (const { item, upload, preview } of inner) {
    // Taken out of the queue meanwhile.
    if (!items.some((one) => one.id === item.id)) continue;
    try {
      read(item.id, upload, upload === null ? preview : (await uploadsApi.preview(upload, {})).preview);
    } catch (error) {
      fail(item.id, error);
    }
  }
}

/** Reads an uploaded file again by what a person says about it. */
export async function readAgain(id: number, said: How): Promise<void> {
  const item = items.find((one) => one.id === id);
  if (!item?.upload) return;
  const how: How = { ...item.how, ...said, set: { ...item.how.set, ...said.set } };
  put(id, { phase: "reading", how, problem: null });
  try {
    read(id, item.upload, (await uploadsApi.preview(item.upload, how)).preview);
  } catch (error) {
    // The server forgets uploads when it starts anew; the file itself is still here.
    if (error instanceof ApiError && error.code === "upload.unknown" && files.has(id)) return sendFile(id);
    fail(id, error);
  }
}

export function removeFile(id: number): void {
  items = items.filter((item) => item.id !== id);
  files.delete(id);
  tell();
}

/** The queue's entry of an upload, made where there is none: after the page was loaded anew. */
function entryOf(upload: string, name: string): QueuedFile {
  return items.find((item) => item.upload === upload) ?? added(name, upload, false);
}

/** Sends the file of an upload that the server has forgotten once more; its new id, or null where the file is gone. */
export async function renewUpload(upload: string): Promise<string | null> {
  const item = items.find((one) => one.upload === upload);
  const sendable = item && files.get(item.id);
  if (!item || !sendable) return null;
  const sent = await send(sendable, () => undefined, false);
  put(item.id, { upload: sent.upload });
  return sent.upload;
}

/** Loads an upload by a preset that a person made for it. */
export async function loadUpload(upload: string, name: string, how: How): Promise<void> {
  const { id } = entryOf(upload, name);
  put(id, { how, phase: "ready", problem: null });
  await loadItems(items.filter((item) => item.id === id));
}

/** Loads what is ready and follows the job to its end. */
export async function loadReady(): Promise<void> {
  await loadItems(items.filter((item) => item.phase === "ready" && item.upload));
}

async function loadItems(ready: readonly QueuedFile[]): Promise<void> {
  for (const { id } of ready) put(id, { phase: "loading", share: 0, step: "waiting", after: null });
  try {
    const job = await uploadsApi.load(ready.map(({ upload, how }) => ({ upload: upload ?? "", ...how })));
    const loaded = await followJob(job, (now) => showProgress(ready, now));
    for (const [i, item] of ready.entries()) {
      const file = loaded[i] ?? null;
      if (file?.error) read(item.id, item.upload, file);
      else put(item.id, { phase: "done", share: 1, file, replaced: item.file?.look?.replaces ?? [] });
    }
  } catch (error) {
    const gone = error instanceof LostServer || (error instanceof ApiError && error.code === "job.unknown");
    if (gone) return findOut(ready);
    for (const { id } of ready) fail(id, error);
  }
}

function showProgress(ready: readonly QueuedFile[], job: Job): void {
  const [, name, step = job.step] = /^(.*): (\w+)$/.exec(job.step) ?? [];
  const at = ready.findIndex(
    (item) => item.name === name && items.find(({ id }) => id === item.id)?.phase === "loading",
  );
  for (const [index, item] of ready.entries())
    if (index === at) put(item.id, { share: job.total > 0 ? job.done / job.total : 0, step });
}

/**
 * The server went away in the middle of a load: it either counts whole or not at all. When the server answers again, it is
 * asked what it knows of each file.
 */
async function findOut(ready: readonly QueuedFile[]): Promise<void> {
  for (const { id } of ready) put(id, { phase: "lost" });
  while (!(await answers())) await new Promise((done) => setTimeout(done, SEARCHING));
  for (const { id, how } of ready) {
    const sendable = files.get(id);
    if (!sendable) {
      put(id, { phase: "failed", after: "unknown" });
      continue;
    }
    put(id, { phase: "reading" });
    try {
      const { upload } = await send(sendable, () => undefined, false);
      const { preview } = await uploadsApi.preview(upload, how);
      if (preview?.status === "unchanged") put(id, { phase: "done", upload, file: preview, share: 1, after: "loaded" });
      else {
        read(id, upload, preview);
        put(id, { after: "not_loaded" });
      }
    } catch (error) {
      if (error instanceof LostServer) return findOut(ready);
      fail(id, error);
    }
  }
}

async function answers(): Promise<boolean> {
  try {
    await api.workspace();
    return true;
  } catch (error) {
    return !(error instanceof LostServer);
  }
}
