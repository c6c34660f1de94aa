import { type Forgotten, forgetPerson as forget } from "../../ingest/personal/forget-person.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** Erases one person by e-mail address for good; no number changes. */
export function forgetPerson(workspace: OpenWorkspace, email: string): Promise<Forgotten> {
  return forget(workspace, email);
}
