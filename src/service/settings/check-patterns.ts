import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import type { Workspace } from "../../model/workspace.ts";
import { checkedPattern } from "../../sql/channel/checked-pattern.ts";

/** Throws `settings.pattern` for the first regular expression of the settings that the engine cannot read. */
export async function checkPatterns(
  engine: Engine,
  { channel_rules, exclusions }: Pick<Workspace, "channel_rules" | "exclusions">,
): Promise<void> {
  const patterns = [
    ...channel_rules.flatMap(({ when }, index) =>
      Object.entries(when).flatMap(([name, pattern]) =>
        pattern === undefined ? [] : [{ key: `channel_rules.${index}.when.${name}`, pattern }],
      ),
    ),
    ...exclusions.flatMap(({ email_patterns }, index) =>
      email_patterns.map((pattern, at) => ({ key: `exclusions.${index}.email_patterns.${at}`, pattern })),
    ),
  ];
  for (const { key, pattern } of patterns) {
    const checked = checkedPattern(key, pattern);
    try {
      await engine.query("SELECT match('', {pattern:String}) AS fits", { pattern: checked });
    } catch (error) {
      if (!(error instanceof LeadlineError)) throw error;
      throw new LeadlineError(
        "settings.pattern",
        `The engine cannot read the pattern ${pattern}.`,
        "Write it as RE2 has it: https://github.com/google/re2/wiki/Syntax",
        { key },
      );
    }
  }
}
