import { existsSync } from "node:fs";
import { join } from "node:path";
import type { OpenWorkspace } from "../service/workspace/open-workspace.ts";
import { splitWorkspace } from "./command.ts";
import { printProblem } from "./print/print-error.ts";
import type { World } from "./world.ts";

const isWorkspace = (path: string) => existsSync(join(path, "leadline.yaml"));

/** Splits a command's arguments into the workspace and the rest. */
export function workspaceArguments(args: readonly string[], world: World): { dir: string; rest: readonly string[] } {
  return splitWorkspace(args, world.env, isWorkspace);
}

/** Opens a workspace for one piece of work and closes it whatever happens. */
export async function withWorkspace<Result>(
  dir: string,
  world: World,
  work: (workspace: OpenWorkspace) => Promise<Result>,
): Promise<Result> {
  const { openWorkspace } = await import("../service/workspace/open-workspace.ts");
  const workspace = await openWorkspace(dir, { now: world.now, env: world.env });
  for (const problem of workspace.problems) printProblem(world, problem, workspace.settings.language);
  try {
    return await work(workspace);
  } finally {
    await workspace.close();
  }
}
