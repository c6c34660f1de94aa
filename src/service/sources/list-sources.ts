import { type ListedSource, listSources as sourcesOf } from "../../ingest/load/list-sources.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

/** What is loaded: per connection rows, covered period, freshness and loads. */
export function listSources(workspace: OpenWorkspace): Promise<ListedSource[]> {
  return sourcesOf(workspace.engine);
}
