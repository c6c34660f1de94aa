import { type Forgotten, forgetPerson as forget } from "../../ingest/personal/forget-person.ts";
import { readForgotten } from "../../ingest/personal/forgotten-people.ts";
import { keyedHash, normalised } from "../../ingest/personal/keyed-hash.ts";
import { workspaceKey } from "../../ingest/personal/workspace-key.ts";
import { FORGOTTEN_SALT } from "../../sql/load/personal-cells.ts";
import { plainHash } from "../audience/list-entries.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** Erases one person by e-mail address for good; no number changes. */
export async function forgetPerson(workspace: OpenWorkspace, email: string): Promise<Forgotten> {
  const forgotten = await forget(workspace, email);
  const key = workspaceKey(workspace.dataDir);
  const { handouts, suppression } = await workspace.store();
  const token = readForgotten(workspace.dataDir).people[keyedHash(key, `${FORGOTTEN_SALT}${normalised(email)}`)];
  if (token !== undefined) await handouts.rename(keyedHash(key, email), token);
  await suppression.erase(keyedHash(key, plainHash(email)));
  return forgotten;
}
