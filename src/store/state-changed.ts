import { LeadlineError, type Place } from "../language/leadline-error.ts";

/** Somebody else changed a thing since it was read; `current` is how it stands now. */
export class StateChanged extends LeadlineError {
  readonly current: unknown;

  constructor(what: string, current: unknown, place: Place = {}) {
    super(
      "state.changed",
      `${what} was changed in the meantime.`,
      "Look at how it stands now, and make your change again on top of that.",
      place,
    );
    this.current = current;
  }
}
