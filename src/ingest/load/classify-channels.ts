import { CHANNEL_COLUMNS, CHANNEL_FACTS } from "../../sql/channel/channel-facts.ts";
import { classifyAnew } from "../../sql/channel/classify-anew.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";
import { commitEvent, type Site } from "./commit-event.ts";
import { channelRules } from "./plan-load.ts";

/** Large facts take their time; the engine must be done before the ledger says so. */
const LONG = { timeoutSeconds: 3600, settings: { mutations_sync: 2 } } as const;

export type ClassifyProgress = (step: string, done: number, total: number) => void;

/**
 * Tells the channels of everything loaded anew by the settings' rules, from the source, medium, campaign and program that
 * rows hold. They are written where they do not count until the one ledger row that says so, with the derived tables built
 * from them: a process killed before it leaves all channels as they were. `decided`: loads by fact whose channels rules tell.
 */
export async function classifyChannels(
  site: Site,
  decided: ReadonlyMap<string, readonly number[]>,
  onProgress?: ClassifyProgress,
): Promise<void> {
  const { engine, settings } = site;
  const { events, loads } = await readLedger(engine);
  const { channelColumn: from } = replayLedger(events, loads);
  const to = from === CHANNEL_COLUMNS[0] ? CHANNEL_COLUMNS[1] : CHANNEL_COLUMNS[0];
  for (const [index, id] of CHANNEL_FACTS.entries()) {
    onProgress?.("classify", index, CHANNEL_FACTS.length + 1);
    const [row] = await engine.query<{ n: string }>(`SELECT count() AS n FROM ${id}`);
    if (row?.n === "0") continue;
    await engine.command(classifyAnew(id, { from, to }, decided.get(id) ?? [], settings.channel_rules), {}, LONG);
  }
  onProgress?.("build", CHANNEL_FACTS.length, CHANNEL_FACTS.length + 1);
  await commitEvent(site, { event: "classify", loadNo: 0, rules: channelRules(settings) });
  onProgress?.("build", CHANNEL_FACTS.length + 1, CHANNEL_FACTS.length + 1);
}
