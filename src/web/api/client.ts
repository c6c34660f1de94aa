import type { Answer, AnswerRow, Receipt } from "../../model/answer.ts";
import type { Kpi } from "../../model/kpi.ts";

/** A failure the server explained. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly code: string;
  readonly remedy: string;
  /** With `state.changed`: how the thing stands now. */
  readonly current: unknown;

  constructor(code: string, detail: string, remedy: string, current?: unknown) {
    super(detail);
    this.code = code;
    this.remedy = remedy;
    this.current = current;
  }
}

/** The server could not be reached at all. */
export class LostServer extends Error {
  override readonly name = "LostServer";
}

/** Asks the server; throws ApiError with its reason, or LostServer. */
export async function request(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  const headers = { "accept-language": document.documentElement.lang, ...init?.headers };
  try {
    response = await fetch(path, { ...init, headers });
  } catch {
    throw new LostServer(path);
  }
  if (response.ok) return response;
  const problem = await response.json().catch(() => ({}));
  throw new ApiError(
    problem.code ?? "internal",
    problem.detail ?? response.statusText,
    problem.remedy ?? "",
    problem.current,
  );
}

/** As `request`, for an answer in JSON. */
export async function call<Result>(path: string, init?: RequestInit): Promise<Result> {
  return (await request(path, init)).json();
}

/** Sends a JSON body. */
export const send = <Result>(method: "POST" | "PUT", path: string, body: unknown) =>
  call<Result>(path, { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
const post = <Result>(path: string, body: unknown) => send<Result>("POST", path, body);

export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** A board's name, groups and the KPIs in them. */
export interface BoardInfo {
  readonly id: string;
  readonly name: Bilingual;
  readonly groups: readonly { readonly name: Bilingual; readonly kpis: readonly string[] }[];
  /** Only `own` boards can be changed here. */
  readonly origin?: "built-in" | "settings" | "own";
}

export interface WorkspaceInfo {
  readonly name: string;
  readonly currency: string;
  readonly timezone: string;
  readonly fiscal_year_start: number;
  readonly week_start: string;
  readonly language: "en" | "zh";
  readonly today: string;
  readonly covered: { readonly from: string | null; readonly to: string | null };
  readonly data_version: string;
  /** Of a demo company: address of the workspace from which it was opened. */
  readonly demo_of: string | null;
  readonly boards: readonly BoardInfo[];
}

export type KpiInfo = Pick<
  Kpi,
  | "id"
  | "name"
  | "definition"
  | "family"
  | "formula"
  | "unit"
  | "better"
  | "goal_class"
  | "race"
  | "timing"
  | "decisions"
  | "version"
  | "owner"
> & {
  readonly healthy: Kpi["healthy"] | null;
  readonly cohort: Kpi["cohort"] | null;
  /** On whose channels' pages it stands. */
  readonly channels: "any" | readonly string[] | null;
  readonly hash: string;
};

export interface Scorecard extends Answer {
  readonly board: BoardInfo;
  readonly kpis: Readonly<Record<string, KpiInfo>>;
  readonly trend?: Answer;
}

export interface QuestionBody {
  readonly kpis: readonly string[];
  readonly period: string;
  readonly grain?: string;
  readonly by?: readonly string[];
  readonly where?: Readonly<Record<string, readonly string[]>>;
  readonly compare?: string;
  readonly mode?: string;
  /** Cohort window in days; without it each KPI's own. */
  readonly window?: number;
  /** False: the rows alone. */
  readonly total?: boolean;
}

export interface Load {
  readonly load_id: string;
  readonly file: string;
  readonly committed_at: string;
  readonly status: "standing" | "partly_replaced" | "replaced" | "reverted";
  readonly rows_loaded: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Rows by fact. */
  readonly facts: Readonly<Record<string, number>>;
}

export interface Source {
  readonly system: string;
  readonly connection: string;
  readonly rows: number;
  readonly rows_quarantined: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly fresh_at: string | null;
  readonly loads: readonly Load[];
}

export type { Answer, AnswerRow, Receipt };

export const api = {
  workspace: () => call<WorkspaceInfo>("/api/workspace"),
  scorecard: (board: string, query: Readonly<Record<string, string>>) =>
    call<Scorecard>(`/api/scorecards/${encodeURIComponent(board)}?${new URLSearchParams(query)}`),
  kpis: () => call<readonly KpiInfo[]>("/api/kpis"),
  ask: (question: QuestionBody, lang: string) => post<Answer>(`/api/questions?lang=${lang}`, question),
  receipt: (question: QuestionBody, lang: string) => post<Receipt>(`/api/receipts?lang=${lang}`, question),
  sources: () => call<{ readonly sources: readonly Source[] }>("/api/sources"),
  revert: (load: string) => post<unknown>(`/api/loads/${encodeURIComponent(load)}/revert`, {}),
};
