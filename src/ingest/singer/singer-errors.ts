import { LeadlineError } from "../../language/leadline-error.ts";

const REPORT = "This is a fault of the tap: update it, or report it to its authors.";

/** Everything that can be wrong with a stream of messages, in one place. */
export const singerErrors = {
  notJson: (line: number, why: string) =>
    new LeadlineError(
      "singer.not_json",
      `Line ${line} of the tap's output is not a JSON object (${why}).`,
      "Check that the tap writes its log to stderr, and that --format says what it speaks (singer or airbyte).",
      { line },
    ),
  badMessage: (line: number, what: string) =>
    new LeadlineError("singer.bad_message", `Line ${line} of the tap's output: ${what}.`, REPORT, { line }),
  lineTooLong: (line: number, megabytes: number) =>
    new LeadlineError(
      "singer.line_too_long",
      `Line ${line} of the tap's output is longer than ${megabytes} MB.`,
      "Leave the stream with such records out of the tap's catalog, or check that the tap ends its lines.",
      { line },
    ),
  cutOff: (line: number) =>
    new LeadlineError(
      "singer.cut_off",
      `The tap's output ends in the middle of line ${line}.`,
      "The tap seems to have been ended while it wrote: look at its log and run it again.",
      { line },
    ),
  badSchema: (stream: string, line: number) =>
    new LeadlineError(
      "singer.bad_schema",
      `The schema of the stream "${stream}" lists no properties.`,
      "Run the tap's discovery again, or leave the stream out of its catalog.",
      { line, key: stream },
    ),
  recordBeforeSchema: (stream: string, line: number) =>
    new LeadlineError(
      "singer.record_before_schema",
      `A record of the stream "${stream}" came before its schema.`,
      REPORT,
      { line, key: stream },
    ),
  keyChanged: (stream: string, line: number, before: readonly string[], now: readonly string[]) =>
    new LeadlineError(
      "singer.key_changed",
      `The key of the stream "${stream}" changed on the way from (${before.join(", ")}) to (${now.join(", ")}).`,
      "Give the stream one key in the tap's catalog; to change it for good, sync under another connection name.",
      { line, key: stream },
    ),
  noKey: (stream: string, line: number, property: string) =>
    new LeadlineError(
      "singer.no_key",
      `A record of the stream "${stream}" lacks its key property "${property}".`,
      REPORT,
      { line, key: `${stream}.${property}` },
    ),
  missingProperty: (stream: string, line: number, property: string) =>
    new LeadlineError(
      "singer.missing_property",
      `A record of the stream "${stream}" lacks the property "${property}", which its schema requires.`,
      REPORT,
      { line, key: `${stream}.${property}` },
    ),
  batchMessage: (line: number) =>
    new LeadlineError(
      "singer.batch",
      "The tap sends BATCH messages, which are not read.",
      "Switch batches off in the tap's configuration (remove batch_config), so that it sends records.",
      { line },
    ),
  tapSaysFailed: (text: string) =>
    new LeadlineError(
      "singer.tap_failed",
      `The connector reports an error: ${text}`,
      "Look at its log above; nothing of this run since the last saved state was kept.",
    ),
  unfit: (stream: string, preset: string, missing: readonly string[]) =>
    new LeadlineError(
      "singer.unfit",
      `The preset ${preset} reads the stream "${stream}", but the stream lacks ${missing.join(", ")}.`,
      "Select these properties in the tap's catalog.",
      { key: stream },
    ),
  ambiguous: (stream: string, presets: readonly string[]) =>
    new LeadlineError(
      "singer.ambiguous",
      `The stream "${stream}" is read by several presets: ${presets.join(", ")}.`,
      `Say which with --preset ${presets[0] ?? "ID"}.`,
      { key: stream },
    ),
} as const;
