import { readLedger } from "../../ingest/ledger/read-inventory.ts";
import { replayLedger } from "../../ingest/ledger/replay-ledger.ts";
import { type ClassifyProgress, classifyChannels } from "../../ingest/load/classify-channels.ts";
import { refreshDerived, type Site } from "../../ingest/load/commit-event.ts";
import { channelRules } from "../../ingest/load/plan-load.ts";
import type { LoadedPresets } from "../../ingest/presets/load-presets.ts";
import { CHANNEL_FACTS } from "../../sql/channel/channel-facts.ts";
import { classifiedLoads } from "./classified-loads.ts";

export interface SettingsSite extends Site {
  readonly presets: LoadedPresets;
}

export interface GoneBySettings {
  /** The derived tables were built anew. */
  readonly rebuilt: boolean;
  /** Channels were told anew, and the derived tables with them. */
  readonly classified: boolean;
}

/**
 * Brings what is loaded in line with the settings: channels by their rules, derived tables by all of them. Does nothing
 * where they are so already.
 */
export async function goBySettings(site: SettingsSite, onProgress?: ClassifyProgress): Promise<GoneBySettings> {
  const { decided, stale } = await otherRules(site);
  if (stale.some(({ known }) => known)) {
    await classifyChannels(site, decided, onProgress);
    return { rebuilt: true, classified: true };
  }
  return { rebuilt: await refreshDerived(site), classified: false };
}

interface OtherRules {
  /** By fact, the loads whose channels rules tell. */
  readonly decided: ReadonlyMap<string, readonly number[]>;
  /** Loads whose channels were told by other rules; `known`: they can be told anew from what is stored. */
  readonly stale: readonly { readonly loadNo: number; readonly known: boolean }[];
}

/** Which loads go by other channel rules than the settings say. */
export async function otherRules(site: SettingsSite): Promise<OtherRules> {
  const { engine } = site;
  const { events, loads } = await readLedger(engine);
  const stored = await engine.query<{ load_no: number; rules: string }>(
    "SELECT load_no, JSONExtractString(meta, 'channel_rules') AS rules FROM load",
  );
  const first = new Map(stored.map(({ load_no, rules }) => [load_no, rules]));
  const { reclassified } = replayLedger(events, loads);
  const rules = channelRules(site.settings);
  if ([...first.values(), ...reclassified.values()].every((told) => told === rules))
    return { decided: new Map(), stale: [] };
  const classified = await classifiedLoads(site);
  const decided = new Map(
    CHANNEL_FACTS.map((fact) => [
      fact as string,
      loads.filter(({ loadNo }) => classified.has(loadNo, fact)).map(({ loadNo }) => loadNo),
    ]),
  );
  const stale = loads.flatMap(({ loadNo }) => {
    const known = !classified.unknown.includes(loadNo);
    const told = (known ? reclassified.get(loadNo) : undefined) ?? first.get(loadNo);
    const concerned = !known || CHANNEL_FACTS.some((fact) => classified.has(loadNo, fact));
    return told !== rules && concerned ? [{ loadNo, known }] : [];
  });
  return { decided, stale };
}
