import type { Command } from "commander";
import { collect, list, readFilters } from "./command.ts";

export interface QuestionFlags {
  readonly period: string;
  readonly grain?: string;
  readonly by?: string;
  readonly where: string[];
  readonly compare?: string;
  readonly mode?: string;
  readonly window?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** The flags that every question shares. */
export function addQuestionFlags(command: Command): Command {
  return command
    .requiredOption(
      "--period <period>",
      "2026, 2026-Q1, 2026-03, 2026-W07, 2026-03-05, FROM..TO, FY2026, last-30-days, this-month, 12-months-to-2026-Q1",
    )
    .option("--grain <grain>", "day, week, month, quarter or year")
    .option("--by <dims>", "dimensions, joined by commas: channel, campaign, country, market, …")
    .option("--where <dim=value>", "only these; may be repeated", collect, [])
    .option("--mode <mode>", "period or cohort")
    .option("--window <days>", "cohort window in days")
    .option("--as-of <date>", "take this day for today")
    .option("--json", "print JSON");
}

/** Flags -> the question as the service takes it (checked there). */
export function questionOf(kpis: readonly string[], flags: QuestionFlags): Record<string, unknown> {
  return {
    kpis: [...kpis],
    period: flags.period,
    where: readFilters(flags.where),
    ...(flags.grain && { grain: flags.grain }),
    ...(flags.by && { by: list(flags.by) }),
    ...(flags.compare && { compare: flags.compare }),
    ...(flags.mode && { mode: flags.mode }),
    ...(flags.window && { window: Number(flags.window) }),
    ...(flags.asOf && { asOf: flags.asOf }),
  };
}
