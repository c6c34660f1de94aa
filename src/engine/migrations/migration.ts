import type { Engine } from "../engine.ts";

/** One step forward of the warehouse's schema; `up` may be cut short and run again. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly up: (engine: Engine) => Promise<void>;
}
