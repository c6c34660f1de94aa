import type { Command } from "commander";
import { LeadlineError } from "../language/leadline-error.ts";
import type { World } from "./world.ts";

export const EXIT = { done: 0, failed: 1, usage: 2, quarantined: 3 } as const;

/** A command adds itself to the program; `run` answers with the exit code. */
export type AddCommand = (program: Command, context: Context) => void;

export interface Context {
  readonly world: World;
  /** Runs a command's work, prints a failure as sentence, code and remedy, and keeps the exit code. */
  readonly run: (work: () => Promise<number | undefined>) => Promise<void>;
}

/**
 * The workspace folder: the argument, else `LEADLINE_WORKSPACE`. With the variable set, the first argument is a workspace
 * only if it is one.
 */
export function splitWorkspace(
  args: readonly string[],
  env: Context["world"]["env"],
  isWorkspace: (path: string) => boolean,
): { dir: string; rest: readonly string[] } {
  const [first, ...rest] = args;
  const fallback = env.LEADLINE_WORKSPACE;
  if (fallback && (first === undefined || !isWorkspace(first))) return { dir: fallback, rest: args };
  if (first === undefined) {
    throw new LeadlineError(
      "usage.workspace",
      "Which workspace?",
      "Name its folder as the first argument, or set LEADLINE_WORKSPACE.",
    );
  }
  return { dir: first, rest };
}

/** Prints one JSON document to stdout. */
export function printJson(world: World, value: unknown): void {
  world.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** `--where channel=Email` given several times -> filters; the same dimension twice means either. */
export function readFilters(texts: readonly string[]): Record<string, string[]> {
  const filters: Record<string, string[]> = {};
  for (const text of texts) {
    const at = text.indexOf("=");
    if (at < 1) {
      throw new LeadlineError(
        "usage.where",
        `--where ${text} is not DIM=VALUE.`,
        "Write for example --where channel=Email.",
      );
    }
    const dimension = text.slice(0, at);
    filters[dimension] = [...(filters[dimension] ?? []), text.slice(at + 1)];
  }
  return filters;
}

export const list = (text: string): string[] =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);

export const collect = (text: string, before: string[]): string[] => [...before, text];
