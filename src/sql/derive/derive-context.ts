import type { VisiblePart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";

/** What a build of the derived tables rests on; nothing else may change its result. */
export interface DeriveContext {
  readonly buildNo: number;
  /** The visible parts of all facts; only their rows count. */
  readonly visible: readonly VisiblePart[];
  readonly workspace: Pick<Workspace, "currency" | "exclusions" | "not_marketing_channels">;
}

/** One statement of a build, to be run after those that it needs (`needsOf`). */
export interface DeriveStatement {
  /** What it fills or makes ready. */
  readonly table: string;
  /** Nothing of the build may run beside it. */
  readonly alone?: true;
  readonly sql: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** One step of a build. */
export type DeriveStep = (context: DeriveContext) => readonly DeriveStatement[];
