import { LANDED_SYSTEM } from "../../ingest/load/landed-system.ts";
import { type ListedSource, listSources as sourcesOf } from "../../ingest/load/list-sources.ts";
import { landedStreams } from "../../ingest/singer/landed-streams.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

interface SourceWithStreams extends ListedSource {
  /** Streams of a tap whose records stand as they came; of those with the same key the newest counts. */
  readonly streams?: readonly { readonly stream: string; readonly records: number }[];
}

/** What is loaded: per connection rows, covered period, freshness and loads. */
export async function listSources({ engine }: OpenWorkspace): Promise<SourceWithStreams[]> {
  const sources = await sourcesOf(engine);
  const landed = await landedStreams(engine);
  return sources.map((source) => {
    const own = landed.filter(({ connection }) => connection === source.connection && source.system === LANDED_SYSTEM);
    return own.length === 0 ? source : { ...source, streams: own.map(({ stream, records }) => ({ stream, records })) };
  });
}
