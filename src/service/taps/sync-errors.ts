import { LeadlineError } from "../../language/leadline-error.ts";

const KEPT = "Nothing of this run since the last saved state was kept; the next run begins there.";

/** Everything that can go wrong with a tap as a program. */
export const syncErrors = {
  badName: (name: string) =>
    new LeadlineError(
      "sync.bad_name",
      `"${name}" cannot be a connection's name.`,
      "Use letters, digits, points, dashes and underscores.",
      { key: name },
    ),
  unknown: (name: string, file: string, known: readonly string[]) =>
    new LeadlineError(
      "sync.unknown",
      `There is no connection "${name}": ${file} does not exist.`,
      known.length > 0
        ? `Use one of: ${known.join(", ")}; or write that file.`
        : "Write that file; see the guide on taps.",
      { file },
    ),
  noFile: (key: string, file: string) =>
    new LeadlineError("sync.no_file", `The ${key} file ${file} is not there.`, "Check the path in the connection.", {
      file,
      key,
    }),
  openSecret: (file: string, mode: string) =>
    new LeadlineError(
      "sync.open_secret",
      `${file} may hold passwords and can be read by others (mode ${mode}).`,
      `Make it yours alone: chmod 600 ${file}`,
      { file },
    ),
  badCatalog: (file: string, why: string) =>
    new LeadlineError("sync.bad_catalog", `${file} is no catalog: ${why}.`, "Run the tap's discovery again.", { file }),
  badState: (file: string) =>
    new LeadlineError(
      "sync.bad_state",
      `The saved state ${file} is damaged.`,
      "Remove it; the next run then reads everything anew, which changes no number twice.",
      { file },
    ),
  noProgram: (program: string) =>
    new LeadlineError(
      "sync.no_program",
      `The tap "${program}" cannot be started: it is not there, or may not be run.`,
      "Install it, and name it in the connection by its full path.",
      { key: "command" },
    ),
  died: (program: string, exitCode: number) =>
    new LeadlineError(
      "sync.died",
      `${program} ended with exit code ${exitCode}.`,
      `Its own words stand above. ${KEPT}`,
    ),
  killed: (program: string, signal: string) =>
    new LeadlineError(
      "sync.died",
      `${program} was ended by the signal ${signal}.`,
      `Its own words stand above. ${KEPT}`,
    ),
  hangs: (program: string, minutes: number) =>
    new LeadlineError(
      "sync.hangs",
      minutes < 1
        ? `${program} wrote nothing for ${Math.round(minutes * 60)} seconds and was ended.`
        : `${program} wrote nothing for ${minutes} minutes and was ended.`,
      `Run it again, or allow longer pauses with idle_minutes in the connection. ${KEPT}`,
      { key: "idle_minutes" },
    ),
  tooLong: (program: string, minutes: number) =>
    new LeadlineError(
      "sync.too_long",
      minutes < 1
        ? `${program} was not done after ${Math.round(minutes * 60)} seconds and was ended.`
        : `${program} was not done after ${minutes} minutes and was ended.`,
      `Have it read less at a time (a later start date), or allow more with timeout_minutes in the connection. ${KEPT}`,
      { key: "timeout_minutes" },
    ),
} as const;
