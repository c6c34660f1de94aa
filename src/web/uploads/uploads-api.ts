import { ApiError, call, LostServer, send } from "../api/client.ts";

/** A row as it stands in the file, and what becomes of it. */
export interface SeenRow {
  readonly line: number;
  readonly verdict: "data" | "quarantined" | "skipped" | "total";
  /** The file's column that is wrong; "" where the whole row is, or nothing. */
  readonly column: string;
  readonly reason: string;
  readonly cells: readonly string[];
}

export interface SeenTable {
  readonly section: string | null;
  readonly header: readonly string[];
  /** Places of columns that are kept apart as personal data. */
  readonly personal: readonly number[];
  readonly mapping: readonly {
    readonly fact: string;
    readonly column: string;
    readonly expression: string;
    readonly titles: readonly string[];
  }[];
  readonly rows: readonly SeenRow[];
  readonly rejects: readonly SeenRow[];
  readonly facts: readonly {
    readonly fact: string;
    readonly columns: readonly string[];
    readonly rows: readonly { readonly line: number; readonly values: readonly (string | null)[] }[];
  }[];
}

export interface Replacement {
  readonly fact: string;
  readonly connection: string;
  readonly how: "replaces" | "updates";
  readonly rows: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly files: readonly string[];
}

/** Why a file was not taken, with what to do. */
export interface FileProblem {
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  readonly place: Readonly<Record<string, string | number>>;
}

/** What is in a file, or what became of it. */
export interface LoadedFile {
  readonly file: string;
  readonly preset: string;
  readonly connection: string;
  readonly encoding: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly rows_read: number;
  readonly rows_loaded: number;
  readonly rows_quarantined: number;
  readonly rows_skipped: number;
  readonly totals_checked: Readonly<Record<string, { readonly equal: boolean }>>;
  readonly status: "committed" | "unchanged" | "dry-run" | "failed";
  readonly facts: Readonly<Record<string, number>>;
  readonly skipped: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
  readonly notices: readonly string[];
  readonly look?: { readonly tables: readonly SeenTable[]; readonly replaces: readonly Replacement[] };
  readonly error?: FileProblem;
}

export interface Job<Result = { readonly files: readonly LoadedFile[] }> {
  readonly id: string;
  readonly state: "running" | "done" | "failed";
  readonly step: string;
  readonly done: number;
  readonly total: number;
  readonly result: Result | null;
  readonly problem: { readonly code: string; readonly detail: string; readonly remedy: string } | null;
}

/** What the file does not say. */
export interface How {
  readonly preset?: string;
  readonly connection?: string;
  readonly set?: Readonly<Record<string, string>>;
}

export interface Preview {
  readonly upload: string;
  readonly preview: LoadedFile | null;
  /** Of an archive, each an upload of its own; `upload: null`: it cannot be loaded, the preview says why. */
  readonly files?: readonly InnerFile[];
}

export interface InnerFile {
  /** With its folders, as the archive names it. */
  readonly name: string;
  readonly upload: string | null;
  readonly preview: LoadedFile | null;
}

export interface QuarantinedRow {
  readonly load_id: string;
  readonly connection: string;
  readonly file: string;
  readonly line: number;
  readonly column: string;
  readonly reason: string;
  readonly cells: readonly string[];
}

export interface QuarantineTable {
  readonly load_id: string;
  readonly header: readonly string[];
  readonly first_line: number;
  readonly last_line: number;
}

/** Sends one file and tells how far it is, 0 to 1; answers with what was recognised, or without a preview at once. */
export function uploadFile(file: File, onShare: (share: number) => void, preview = true): Promise<Preview> {
  return new Promise((done, failed) => {
    // Only this older interface tells how much of a body was sent.
    const request = new XMLHttpRequest();
    request.open("POST", `/api/uploads?name=${encodeURIComponent(file.name)}${preview ? "" : "&preview=0"}`);
    request.responseType = "json";
    request.setRequestHeader("content-type", "application/octet-stream");
    request.setRequestHeader("accept-language", document.documentElement.lang);
    request.upload.onprogress = ({ loaded, total }) => onShare(total > 0 ? loaded / total : 0);
    request.upload.onload = () => onShare(1);
    request.onerror = () => failed(new LostServer("/api/uploads"));
    request.onload = () => {
      if (request.status === 200) return done(request.response);
      const { code = "internal", detail = "", remedy = "" } = request.response ?? {};
      failed(new ApiError(code, detail, remedy));
    };
    request.send(file);
  });
}

const part = encodeURIComponent;

export const uploadsApi = {
  preview: (upload: string, how: How) => send<Preview>("POST", `/api/uploads/${part(upload)}/preview`, how),
  load: (files: readonly (How & { readonly upload: string })[]) => send<Job>("POST", "/api/loads", { files }),
  job: (id: string) => call<Job>(`/api/jobs/${part(id)}`),
  quarantine: () =>
    call<{ readonly rows: readonly QuarantinedRow[]; readonly tables: readonly QuarantineTable[] }>("/api/quarantine"),
  mend: (load: string, rows: readonly { readonly line: number; readonly cells: readonly string[] }[], check: boolean) =>
    send<Job>("POST", "/api/quarantine/mends", { load, rows, check }),
};

const PAUSE = 300;

/** Follows a job to its end, telling how far it is; throws when it fails, and LostServer while nobody answers. */
export async function jobResult<Result>(
  started: Job<Result>,
  onProgress: (job: Job<Result>) => void,
): Promise<Result | null> {
  let job = started;
  while (job.state === "running") {
    await new Promise((done) => setTimeout(done, PAUSE));
    job = await call<Job<Result>>(`/api/jobs/${encodeURIComponent(job.id)}`);
    onProgress(job);
  }
  if (job.problem) throw new ApiError(job.problem.code, job.problem.detail, job.problem.remedy);
  return job.result;
}

/** Follows a load to its end, as `jobResult`. */
export async function followJob(started: Job, onProgress: (job: Job) => void): Promise<readonly LoadedFile[]> {
  return (await jobResult(started, onProgress))?.files ?? [];
}
