import { createHash } from "node:crypto";
import { join } from "node:path";
import type { EngineTarget } from "../../engine/engine-target.ts";
import { serverAddress } from "../../engine/server-address.ts";
import { workspaceKey } from "../../ingest/personal/workspace-key.ts";
import type { Workspace } from "../../model/workspace.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Embedded in the workspace, or the server that `warehouse.url` or `CLICKHOUSE_URL` names. Its database is the one that
 * is named, else one of the workspace's own.
 */
export function warehouseTarget(settings: Workspace, dataDir: string, env: Environment): EngineTarget {
  const text = settings.warehouse.url ?? env.CLICKHOUSE_URL;
  if (!text) return { path: join(dataDir, "warehouse") };
  const address = serverAddress(text);
  return {
    url: address.url,
    database: settings.warehouse.database ?? address.database ?? `leadline_${workspaceMark(dataDir)}`,
    username: address.username ?? env.CLICKHOUSE_USER,
    password: address.password ?? env.CLICKHOUSE_PASSWORD,
  };
}

/** Where the warehouse is, without passwords. */
export function warehousePlace(target: EngineTarget): string {
  return "path" in target ? target.path : `database ${target.database} on ${target.url}`;
}

/**
 * Tells a workspace from all others, however it is called and wherever it stands: 12 hex digits that follow from its key
 * and do not give it away.
 */
export function workspaceMark(dataDir: string): string {
  return createHash("sha256")
    .update(`leadline workspace ${workspaceKey(dataDir)}`)
    .digest("hex")
    .slice(0, 12);
}
