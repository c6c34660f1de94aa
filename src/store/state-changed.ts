import { LeadlineError, type Place } from "../language/leadline-error.ts";

/** Somebody else changed (or removed) a thing since it was read; `current` is how it stands now, null = it is gone. */
export class StateChanged extends LeadlineError {
  readonly current: unknown;

  constructor(what: string, current: unknown, place: Place = {}) {
    super(
      "state.changed",
      current === null ? `${what} was removed in the meantime.` : `${what} was changed in the meantime.`,
      "Look at what stands there now, and make your change again on top of it.",
      place,
    );
    this.current = current;
  }
}
