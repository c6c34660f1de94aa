import { LeadlineError } from "../language/leadline-error.ts";

/** One finding about the warehouse; `remedy` is empty where nothing is to be done. */
export interface HealthFact {
  readonly code: string;
  readonly level: "ok" | "warn" | "fail";
  readonly text: string;
  readonly remedy: string;
}

export function ok(code: string, text: string): HealthFact {
  return { code, level: "ok", text, remedy: "" };
}

export function warn(code: string, text: string, remedy: string): HealthFact {
  return { code, level: "warn", text, remedy };
}

export function fail(code: string, text: string, remedy: string): HealthFact {
  return { code, level: "fail", text, remedy };
}

/** What an error says as a finding: of a check that could not be made, or a warehouse that could not be opened. */
export function failedCheck(error: unknown): HealthFact {
  if (error instanceof LeadlineError) return fail(error.code, error.message, error.remedy);
  return fail("engine.check", error instanceof Error ? error.message : String(error), "Please report this.");
}

const UNITS = ["bytes", "kB", "MB", "GB", "TB"] as const;

/** `12.3 GB` */
export function bytesText(bytes: number): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(bytes, 1)) / 3)));
  const value = bytes / 1000 ** power;
  return `${power === 0 ? value : value.toFixed(1)} ${UNITS[power]}`;
}
