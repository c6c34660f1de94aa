import type { RowCall } from "./row-function.ts";

/** Look-around, back-references, atomic groups and possessive repeats: the engine's RE2 has none of them. */
const BEYOND_RE2 = /\(\?<?[=!]|\\[1-9]|\\k<|\(\?>|[+*?}]\+/;
/** Flags for the whole pattern, which JavaScript cannot read. */
const LEADING_FLAGS = /^\(\?[imsU]+\)/;

/** The number of groups of a constant regular expression. Throws where the engine could not read it. */
export function checkPattern(call: RowCall, index: number): number {
  const pattern = call.constantText(index);
  const unreadable = (why: string) => call.fail("bad_pattern", index, `The pattern ${pattern} cannot be used: ${why}.`);
  if (pattern === "") throw unreadable("it is empty");
  if (BEYOND_RE2.test(pattern.replaceAll("\\\\", ""))) throw unreadable("it looks around or back");
  const body = pattern.replace(LEADING_FLAGS, "").replaceAll("(?P<", "(?<");
  try {
    return (new RegExp(`${body}|`, "u").exec("")?.length ?? 1) - 1;
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message.replace(/^.*: /, "") : "it is not a regular expression");
  }
}
