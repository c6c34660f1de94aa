import { LeadlineError } from "../language/leadline-error.ts";

interface Failure {
  readonly code: string;
  readonly sentence: (reason: string) => string;
  readonly remedy: string;
}

const timeout: Failure = {
  code: "engine.timeout",
  sentence: () => "The question took longer than it may.",
  remedy: "Ask about a shorter period or fewer dimensions, or raise the time limit.",
};
const memory: Failure = {
  code: "engine.memory",
  sentence: () => "The question needed more memory than it may take.",
  remedy: "Ask about a shorter period or fewer dimensions, or raise the memory limit.",
};
const cancelled: Failure = {
  code: "engine.cancelled",
  sentence: () => "The question was cancelled.",
  remedy: "Ask again.",
};
const login: Failure = {
  code: "engine.login",
  sentence: (reason) => `The ClickHouse server refused the login: ${reason}`,
  remedy: "Check user name and password of the warehouse.",
};
const permission: Failure = {
  code: "engine.permission",
  sentence: (reason) => `The ClickHouse user may not do this: ${reason}`,
  remedy:
    "Grant the user CREATE, ALTER, DROP, TRUNCATE, SELECT and INSERT on the warehouse's database; docs/guide/server.md has every statement.",
};
const disk: Failure = {
  code: "engine.disk",
  sentence: (reason) => `The warehouse's disk has not enough room: ${reason}`,
  remedy: "Free some space on the disk and try again; nothing half-written counts.",
};
const busy: Failure = {
  code: "engine.busy",
  sentence: (reason) => `The warehouse has too much to do right now: ${reason}`,
  remedy: "Try again in a moment.",
};
const unreachable: Failure = {
  code: "engine.unreachable",
  sentence: (reason) => `The ClickHouse server cannot be reached: ${reason}`,
  remedy: "Check the warehouse's address, and that the server runs and can be reached from here.",
};
const query: Failure = {
  code: "engine.query",
  sentence: (reason) => `The engine refused a statement: ${reason}`,
  remedy: "If this comes from a KPI or preset of your own, mend its expression; otherwise please report it.",
};

/** ClickHouse's error numbers, https://github.com/ClickHouse/ClickHouse/blob/master/src/Common/ErrorCodes.cpp */
const BY_NUMBER: Readonly<Record<string, Failure>> = {
  159: timeout,
  160: timeout,
  173: memory,
  192: login,
  193: login,
  194: login,
  202: busy,
  241: memory,
  243: disk,
  252: busy,
  394: cancelled,
  497: permission,
  516: login,
};

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);

/** What a person should read instead of what the engine or the network threw; that one stays as `cause`. */
export function engineError(thrown: unknown): LeadlineError {
  if (thrown instanceof LeadlineError) return thrown;
  const { code, message } =
    thrown instanceof Error ? (thrown as Error & { code?: unknown }) : { code: "", message: String(thrown) };
  const key = String(code ?? "");
  const failure = BY_NUMBER[key] ?? (isNetwork(key, message) ? unreachable : query);
  return failed(failure, oneLine(message || key), thrown);
}

export const timedOut = (): LeadlineError => failed(timeout, "");
export const wasCancelled = (): LeadlineError => failed(cancelled, "");

export const closedError = (): LeadlineError =>
  new LeadlineError("engine.closed", "The warehouse has been closed.", "Open it again.");

function failed(failure: Failure, reason: string, cause?: unknown): LeadlineError {
  const error = new LeadlineError(failure.code, failure.sentence(reason), failure.remedy);
  if (cause !== undefined) error.cause = cause;
  return error;
}

function isNetwork(code: string, message: string): boolean {
  return UNREACHABLE.has(code) || /^(timeout error|socket hang up)/i.test(message);
}

function oneLine(message: string): string {
  const text = message.replaceAll(/\s+/g, " ").trim();
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
