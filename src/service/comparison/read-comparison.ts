import { LeadlineError } from "../../language/leadline-error.ts";
import type { ComparisonAsked } from "./compare-channels.ts";
import { COMPARED_BY, COMPARED_STAGES } from "./comparison-question.ts";

/** What is compared, from texts. Throws `comparison.stage`, `comparison.by`. */
export function readComparison(given: {
  readonly by?: string;
  readonly stage?: string;
  readonly against?: string;
}): ComparisonAsked {
  return {
    by: oneOf("by", given.by, COMPARED_BY),
    stage: oneOf("stage", given.stage, COMPARED_STAGES),
    against: given.against,
  };
}

function oneOf<Text extends string>(key: string, given: string | undefined, known: readonly Text[]): Text | undefined {
  const found = known.find((one) => one === given);
  if (given === undefined || found !== undefined) return found;
  throw new LeadlineError(
    `comparison.${key}`,
    `Nothing is compared with --${key} ${given}.`,
    `There are ${known.join(", ")}.`,
    { key },
  );
}
