/** Where in the user's own material something is wrong. Lines and columns count from 1. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly key?: string;
}

/** Every failure a person can meet: a stable code, one sentence, what to do about it, and the place. */
export class LeadlineError extends Error {
  override readonly name = "LeadlineError";
  readonly code: string;
  readonly remedy: string;
  readonly place: Place;

  constructor(code: string, sentence: string, remedy: string, place: Place = {}) {
    super(sentence);
    this.code = code;
    this.remedy = remedy;
    this.place = place;
  }
}
