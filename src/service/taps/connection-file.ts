import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";
import { parseYaml } from "../../model/parse-yaml.ts";
import { syncErrors } from "./sync-errors.ts";

/** `connections/<name>.yaml`: a tap that the team installed, and how it is run. */
const connectionSchema = z.strictObject({
  /** The program and its arguments; never read by a shell. */
  command: z.array(z.string().min(1)).min(1),
  format: z.enum(["singer", "airbyte"]).default("singer"),
  preset: z.string().optional(),
  /** Given to the tap as `--config FILE`; it may hold passwords and must be readable by its owner only. */
  config: z.string().optional(),
  /** Given to the tap as `--catalog FILE`. */
  catalog: z.string().optional(),
  settings: z.record(z.string(), z.string()).default({}),
  timeout_minutes: z.number().positive().default(360),
  idle_minutes: z.number().positive().default(15),
});

export interface Connection extends z.infer<typeof connectionSchema> {
  /** Where relative paths begin. */
  readonly folder: string;
}

/**
 * Reads a connection of the workspace. Throws `sync.bad_name`, `sync.unknown`, `connection.syntax`, `connection.invalid`,
 * `sync.no_file` and `sync.open_secret`.
 */
export function readConnection(workspaceDir: string, name: string): Connection {
  const folder = resolve(workspaceDir, "connections");
  if (!/^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u.test(name)) throw syncErrors.badName(name);
  const path = join(folder, `${name}.yaml`);
  if (!existsSync(path)) throw syncErrors.unknown(name, path, listConnections(workspaceDir));
  const read = parseYaml(readFileSync(path, "utf8"), connectionSchema, "connection", path);
  if (!read.ok) throw read.problems[0];
  const { config, catalog } = read.value;
  const absolute = (key: string, file: string): string => {
    const found = resolve(folder, file);
    if (!existsSync(found)) throw syncErrors.noFile(key, found);
    return found;
  };
  if (config !== undefined) refuseOpen(absolute("config", config));
  return {
    ...read.value,
    ...(config !== undefined && { config: absolute("config", config) }),
    ...(catalog !== undefined && { catalog: absolute("catalog", catalog) }),
    folder,
  };
}

/** Names of the workspace's connections. */
export function listConnections(workspaceDir: string): string[] {
  const folder = join(workspaceDir, "connections");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .toSorted();
}

function refuseOpen(path: string): void {
  // Windows has no such rights.
  if (process.platform === "win32") return;
  const mode = statSync(path).mode & 0o777;
  if ((mode & 0o077) !== 0) throw syncErrors.openSecret(path, mode.toString(8).padStart(3, "0"));
}
