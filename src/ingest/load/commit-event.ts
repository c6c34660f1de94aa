import { createHash } from "node:crypto";
import type { Engine } from "../../engine/engine.ts";
import type { LoadRecord, VisiblePart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";
import { deriveStatements } from "../../sql/derive/index.ts";
import { appendEvent } from "../ledger/append-event.ts";
import type { LedgerEvent } from "../ledger/ledger-event.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";
import { beginChange, leftNothing } from "./clean-uncommitted.ts";
import { rebuildDerived, removeOldBuilds } from "./rebuild-derived.ts";

/** Where loads happen. */
export interface Site {
  readonly engine: Engine;
  readonly settings: Workspace;
  readonly now: () => Date;
}

export interface Step {
  readonly event: LedgerEvent["event"];
  /** 0 where the step is about no single load. */
  readonly loadNo: number;
  /** The record of a load that is about to be committed. */
  readonly load?: LoadRecord;
  /** With `classify`: by which channel rules. */
  readonly rules?: string;
  /** The derived tables stay as they are; the caller has them built by `refreshDerived` when its last load is in. */
  readonly deferBuild?: boolean;
}

/**
 * Builds the derived tables where the step changes what they rest on, and then writes the one ledger row that makes the
 * step count: a process killed before that row leaves the old state, after it the new one.
 */
export async function commitEvent(site: Site, { event, loadNo, load, rules, deferBuild = false }: Step): Promise<void> {
  const { engine, settings, now } = site;
  beginChange(engine);
  const { events, loads } = await readLedger(engine);
  const before = replayLedger(events, loads);
  const next: LedgerEvent = {
    seq: (events.at(-1)?.seq ?? 0) + 1,
    event,
    loadNo,
    buildNo: before.buildNo,
    at: "",
    detail: before.built,
    ...(rules !== undefined && { rules }),
  };
  const { visible } = replayLedger([...events, next], load ? [...loads, load] : loads);
  const detail = deferBuild ? before.built : buildHash(visible, settings);
  // These change rows under the same load numbers, so that equal statements give another build.
  const build = detail !== before.built || ["rebuild", "forget", "classify"].includes(event);
  const buildNo = build ? before.buildNo + 1 : before.buildNo;
  if (build) await rebuildDerived(engine, settings, visible, buildNo);
  await appendEvent(engine, { ...next, buildNo, detail, at: now() });
  leftNothing(engine);
  if (build) await removeOldBuilds(engine, before.buildNo);
}

/** Builds the derived tables anew when settings or a new version of Leadline would build them otherwise. */
export async function refreshDerived(site: Site): Promise<boolean> {
  const { events, loads } = await readLedger(site.engine);
  if (events.length === 0) return false;
  const { visible, built } = replayLedger(events, loads);
  if (buildHash(visible, site.settings) === built) return false;
  await commitEvent(site, { event: "rebuild", loadNo: 0 });
  return true;
}

function buildHash(visible: readonly VisiblePart[], workspace: Workspace): string {
  const statements = deriveStatements({ buildNo: 0, visible, workspace });
  return createHash("sha256").update(JSON.stringify(statements)).digest("hex");
}
