import { createHash } from "node:crypto";
import { CHANNEL_RULES_VERSION } from "../../model/channels.ts";
import { COUNTRY_RULES_VERSION } from "../../model/countries.ts";
import type { LoadRecord } from "../../model/inventory.ts";
import { fileErrors } from "../files/file-errors.ts";
import type { PreparedFile } from "../files/prepared.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { type LedgerState, replayLedger } from "../ledger/replay-ledger.ts";
import { type CompiledTable, compiledTables } from "./compiled-table.ts";
import { MANY_ROWS } from "./judge-table.ts";
import type { LoadMeta } from "./load-meta.ts";
import { loadSettings } from "./load-settings.ts";
import type { LoadOptions, LoadSite } from "./load-site.ts";
import { lookupFolders, readLookups } from "./lookup-table.ts";
import { unsaidCurrency } from "./unsaid-currency.ts";

/** All that is decided before the first row is stored. */
export interface PlannedLoad {
  readonly loadNo: number;
  readonly prepared: PreparedFile;
  readonly tables: readonly CompiledTable[];
  readonly settings: Readonly<Record<string, string>>;
  /** The workspace's, of amounts whose currency neither the file nor a person says. */
  readonly assumedCurrency: string | null;
  readonly system: string;
  readonly preset: string;
  /** Given by the person. */
  readonly connection: string | undefined;
  readonly mapping: string;
  readonly state: LedgerState;
  readonly loads: readonly LoadRecord[];
  /** The same file, mapped the same way, that counts already. */
  readonly known: { readonly record: LoadRecord; readonly meta: LoadMeta } | null;
}

/** Decides a load's number, settings and mapping, and whether it is needed at all. Throws `load.no_rows`, and what settings and lookups throw. */
export async function planLoad(
  site: LoadSite,
  path: string,
  prepared: PreparedFile,
  folders: ReadonlyMap<string, string>,
  options: LoadOptions,
): Promise<PlannedLoad> {
  const { engine, settings: workspace } = site;
  const [first] = prepared.tables;
  if (first === undefined) throw new RangeError("a prepared file has a table");
  const { language = workspace.language } = options;
  if (prepared.tables.every(({ records }) => records === 0))
    throw fileErrors.noRowsOf(
      prepared.file,
      [first.preset.name, first.layout.name].flatMap((name) => name?.[language] ?? []).join(" · "),
      first.headerLine,
      first.surroundings.period,
    );
  const { events, loads } = await readLedger(engine);
  const state = replayLedger(events, loads);
  const stored = await engine.query<{ load_no: number; meta: string }>(
    `SELECT load_no, meta FROM load WHERE sha256 = {sha256:String} OR position(meta, '"mends"') > 0`,
    { sha256: prepared.sha256 },
  );
  const metas = new Map(stored.map(({ load_no, meta }) => [load_no, JSON.parse(meta) as LoadMeta]));
  const settings = loadSettings(first.preset, options.settings ?? {}, language);
  const { system } = first.preset;
  const mappedBy = (rules: string): string =>
    hashOf([
      prepared.tables.map(({ preset, layout }) => [preset, layout.id]),
      settings,
      options.connection ?? "",
      rules,
      COUNTRY_RULES_VERSION,
    ]);
  const [known = null] = loads.flatMap((record) => {
    const meta = metas.get(record.loadNo);
    // By whatever rules its channels were told when it was loaded: they are told anew when rules change.
    const isSame = record.sha256 === prepared.sha256 && meta?.mapping === mappedBy(meta?.channel_rules ?? "");
    return meta !== undefined && isSame && state.live.includes(record.loadNo) ? [{ record, meta }] : [];
  });
  const unsaid = unsaidCurrency(prepared.tables, settings);
  const filled = { ...settings, ...Object.fromEntries([...unsaid].map((key) => [key, workspace.currency])) };
  const inputs = [];
  if (known === null) {
    for (const table of prepared.tables) {
      const lookups = await readLookups(engine, table, lookupFolders(folders.get(table.preset.id), path));
      inputs.push({ table, file: prepared.file, settings: filled, lookups, workspace });
    }
  }
  const mended = loads.flatMap(({ loadNo }) => (state.live.includes(loadNo) ? (metas.get(loadNo)?.mends ?? []) : []));
  return {
    loadNo: Math.max(0, ...loads.map(({ loadNo }) => loadNo)) + 1,
    prepared,
    tables: compiledTables(
      inputs,
      mended.flatMap(({ load, lines }) => lines.map((line) => ({ load, line }))),
      { readsFiles: engine.fileLines !== undefined, manyRows: options.manyRows ?? MANY_ROWS },
    ),
    settings,
    assumedCurrency: unsaid.size > 0 ? workspace.currency : null,
    system,
    preset: first.preset.id,
    connection: options.connection,
    mapping: mappedBy(channelRules(workspace)),
    state,
    loads,
    known,
  };
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}

/** Names the rules that give rows their channels: the version of the built-in ones and a hash of the workspace's own. */
export function channelRules({ channel_rules }: LoadSite["settings"]): string {
  return `${CHANNEL_RULES_VERSION}:${hashOf(channel_rules).slice(0, 12)}`;
}
