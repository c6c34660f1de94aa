/**
 * One committed step, in the order of `seq`. A load, and with it all its rows, exists from its `commit` on; a `revert`
 * takes it back and what it had replaced reappears. `classify` gives all rows loaded before it channels by other rules;
 * `rebuild` and `forget` only name a new build of the derived tables.
 */
export interface LedgerEvent {
  readonly seq: number;
  readonly event: "commit" | "revert" | "rebuild" | "forget" | "classify";
  /** 0 where the event is about no single load. */
  readonly loadNo: number;
  readonly buildNo: number;
  readonly at: string;
  /** Hash of the statements that made the build: the same statements over the same loads give the same build. */
  readonly detail: string;
  /** With `classify`: the channel rules, as `channelRules` names them. */
  readonly rules?: string;
}
