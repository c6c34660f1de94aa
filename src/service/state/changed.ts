import { LeadlineError } from "../../language/leadline-error.ts";
import type { Change, Kept } from "../../store/collection.ts";
import { StateChanged } from "../../store/state-changed.ts";

/**
 * A thing after its change, as it is listed. Throws `state.changed` with how it stands now where the change was based on
 * an older revision, and `<kind>.unknown` where it is gone.
 */
export function changed<Content, Listed>(
  outcome: Change<Content>,
  kind: string,
  id: string,
  listed: (kept: Kept<Content>) => Listed,
): Listed {
  if (outcome.done) return listed(outcome.kept);
  if (outcome.current === null) throw unknownThing(kind, id, "It may have been removed in the meantime.");
  throw new StateChanged(`The ${kind} ${id}`, listed(outcome.current), { key: id });
}

/** `board.unknown` and its like. */
export function unknownThing(kind: string, id: string, remedy: string): LeadlineError {
  return new LeadlineError(`${kind}.unknown`, `There is no ${kind} "${id}".`, remedy, { key: id });
}
