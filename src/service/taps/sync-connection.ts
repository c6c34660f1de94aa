import { chmodSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseExact } from "../../ingest/singer/parse-exact.ts";
import type { TapStates } from "../../ingest/singer/tap-states.ts";
import { writeWhole } from "../state/write-whole.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { type Connection, readConnection } from "./connection-file.ts";
import { receiveTap, type TapOutcome } from "./receive-tap.ts";
import { runTap } from "./run-tap.ts";
import { syncErrors } from "./sync-errors.ts";

export interface SyncOptions {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The tap's own words, as it writes them to stderr. */
  readonly onTapLog: (text: string) => void;
  readonly log: (text: string) => void;
}

/**
 * Runs the tap of a connection from where its last good run ended, and takes in what it brings. The saved state moves on
 * only over records that are durable. Throws what `readConnection`, `runTap` and `receiveTap` throw.
 */
export async function syncConnection(
  workspace: OpenWorkspace,
  name: string,
  { env, onTapLog, log }: SyncOptions,
): Promise<TapOutcome> {
  const connection = readConnection(workspace.dir, name);
  const statePath = stateFile(workspace, name);
  const saved = existsSync(statePath) ? readState(statePath) : undefined;
  const catalog = connection.format === "airbyte" && connection.catalog ? readCatalog(connection.catalog) : undefined;
  const tap = runTap({
    command: [...connection.command, ...argumentsOf(connection, saved === undefined ? undefined : statePath)],
    cwd: connection.folder,
    env,
    timeoutMinutes: connection.timeout_minutes,
    idleMinutes: connection.idle_minutes,
    onLog: onTapLog,
  });
  try {
    return await receiveTap(workspace, tap.output, {
      connection: name,
      format: connection.format,
      ...(connection.preset !== undefined && { preset: connection.preset }),
      settings: connection.settings,
      ...(catalog !== undefined && { catalog }),
      ...(saved !== undefined && { saved }),
      keepsStates: true,
      onStates: (states) => saveState(statePath, states),
      log,
      ended: tap.ended,
    });
  } finally {
    await tap.kill();
  }
}

function argumentsOf({ config, catalog }: Connection, state: string | undefined): string[] {
  const files = { "--config": config, "--catalog": catalog, "--state": state };
  return Object.entries(files).flatMap(([flag, file]) => (file === undefined ? [] : [flag, file]));
}

function stateFile({ dataDir }: OpenWorkspace, name: string): string {
  const folder = join(dataDir, "taps");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return join(folder, `${name}.state.json`);
}

function readState(path: string): unknown {
  try {
    return parseExact(readFileSync(path, "utf8"));
  } catch {
    throw syncErrors.badState(path);
  }
}

function saveState(path: string, states: TapStates): void {
  if (states.giveOut().length === 0) return;
  writeWhole(path, `${JSON.stringify(states.toSave())}\n`);
  chmodSync(path, 0o600);
}

function readCatalog(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    throw syncErrors.badCatalog(path, error instanceof Error ? error.message : String(error));
  }
}
