import { LeadlineError } from "../../language/leadline-error.ts";

/** Look-around, back references and atomic groups: JavaScript reads them, the engine's RE2 does not. */
const BEYOND_RE2 = /\(\?<?[=!]|\\[1-9]|\\k<|\(\?>/;

/**
 * A workspace's regular expression as the engine reads it, case ignored.
 * Errors: `settings.pattern` when the engine has no such construct.
 */
export function checkedPattern(key: string, pattern: string): string {
  if (BEYOND_RE2.test(pattern)) {
    throw new LeadlineError(
      "settings.pattern",
      `The pattern ${pattern} uses look-around or a back reference, which the engine does not know.`,
      "Write the pattern without (?=…), (?!…), (?<=…) and \\1, or split it into several ones.",
      { key },
    );
  }
  return `(?i)${pattern}`;
}
