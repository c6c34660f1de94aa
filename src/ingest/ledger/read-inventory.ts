import type { Engine } from "../../engine/engine.ts";
import type { Inventory, LoadedPart, LoadRecord } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";
import { dataVersion } from "./data-version.ts";
import type { LedgerEvent } from "./ledger-event.ts";
import { replayLedger } from "./replay-ledger.ts";

const PART_COLUMNS = `fact, grain, scope, toString(date_from) AS date_from, toString(date_to) AS date_to, rows,
  dimensions, attributes, currencies, platforms, measures`;

interface PartRow {
  readonly fact: string;
  readonly grain: string;
  readonly scope: string;
  readonly date_from: string | null;
  readonly date_to: string | null;
  readonly rows: string;
  readonly dimensions: string[];
  readonly attributes: string[];
  readonly currencies: string[];
  readonly platforms: string[];
  readonly measures: string[];
}

interface LoadRow {
  readonly load_no: number;
  readonly load_id: string;
  readonly system: string;
  readonly connection: string;
  readonly preset: string;
  readonly file: string;
  readonly sha256: string;
  readonly rows_read: string;
  readonly rows_loaded: string;
  readonly rows_quarantined: string;
  readonly rows_skipped: string;
}

/** Every event of the ledger in order, and every load it speaks of: also those reverted or replaced since. */
export interface Ledger {
  readonly events: readonly LedgerEvent[];
  readonly loads: readonly LoadRecord[];
}

interface KnownLedger extends Ledger {
  readonly state: LedgerState;
}

interface LedgerState {
  readonly last: number;
  readonly events: number;
}

const known = new WeakMap<Engine, KnownLedger>();

async function stateOf(engine: Engine): Promise<LedgerState> {
  const [row] = await engine.query<{ last: string; events: string }>(
    "SELECT max(seq) AS last, count() AS events FROM ledger",
  );
  return { last: Number(row?.last ?? 0), events: Number(row?.events ?? 0) };
}

/** Changes whenever the ledger grows, whichever process wrote to it. */
export async function ledgerState(engine: Engine): Promise<string> {
  const { last, events } = await stateOf(engine);
  return `${last} ${events}`;
}

/**
 * The ledger; only what it has grown by is read again: rows are only ever added to it, and what a row speaks of is there
 * before the row and stays as it is.
 */
export async function readLedger(engine: Engine): Promise<Ledger> {
  const state = await stateOf(engine);
  const before = known.get(engine);
  if (before?.state.last === state.last && before.state.events === state.events) return before;
  const grown = before === undefined ? null : await readGrowth(engine, before, state);
  const ledger = grown ?? (await readFrom(engine, NOTHING));
  known.set(engine, { ...ledger, state });
  return ledger;
}

const NOTHING: KnownLedger = { events: [], loads: [], state: { last: -1, events: 0 } };

/** Null where the ledger is not what was known and something behind it: two processes may write at once. */
async function readGrowth(engine: Engine, before: KnownLedger, { last, events }: LedgerState): Promise<Ledger | null> {
  const ledger = await readFrom(engine, before);
  const isWhole = ledger.events.length === events && ledger.events.at(-1)?.seq === last;
  const numbers = new Set(ledger.loads.map(({ loadNo }) => loadNo));
  return isWhole && numbers.size === ledger.loads.length ? ledger : null;
}

async function readFrom(engine: Engine, before: KnownLedger): Promise<Ledger> {
  const after = before.state.last;
  const committed = `load_no IN (SELECT load_no FROM ledger WHERE event = 'commit' AND seq > ${after})`;
  const [events, loads, parts] = await Promise.all([
    engine.query<{
      seq: string;
      event: LedgerEvent["event"];
      load_no: number;
      build_no: number;
      at: string;
      detail: string;
      rules: string;
    }>(
      `SELECT seq, event, load_no, build_no, ${isoTime("at")} AS at, detail, rules FROM ledger WHERE seq > ${after} ORDER BY seq`,
    ),
    engine.query<LoadRow>(
      `SELECT load_no, load_id, system, connection, preset, file, sha256, rows_read, rows_loaded, rows_quarantined,
        rows_skipped FROM load WHERE ${committed} ORDER BY load_no`,
    ),
    engine.query<PartRow & { load_no: number }>(
      `SELECT load_no, ${PART_COLUMNS} FROM load_part WHERE ${committed} ORDER BY load_no, fact, grain`,
    ),
  ]);
  const committedAt = new Map(events.filter(({ event }) => event === "commit").map((e) => [e.load_no, e.at]));
  const partsOf = Map.groupBy(parts, ({ load_no }) => load_no);
  return {
    events: [
      ...before.events,
      ...events.map(({ seq, event, load_no, build_no, at, detail, rules }) => ({
        seq: Number(seq),
        event,
        loadNo: load_no,
        buildNo: build_no,
        at,
        detail,
        ...(rules !== "" && { rules }),
      })),
    ],
    loads: [
      ...before.loads,
      ...loads.map((row) => ({
        loadNo: row.load_no,
        loadId: row.load_id,
        system: row.system,
        connection: row.connection,
        preset: row.preset,
        file: row.file,
        sha256: row.sha256,
        committedAt: committedAt.get(row.load_no) ?? "",
        rowsRead: Number(row.rows_read),
        rowsLoaded: Number(row.rows_loaded),
        rowsQuarantined: Number(row.rows_quarantined),
        rowsSkipped: Number(row.rows_skipped),
        parts: (partsOf.get(row.load_no) ?? []).map(loadedPart),
      })),
    ].sort((a, b) => a.loadNo - b.loadNo),
  };
}

/** The state that the ledger stands for: visible loads and parts, the build of derived tables, the data version. */
export async function readInventory(engine: Engine, settings: Workspace): Promise<Inventory> {
  const { events, loads } = await readLedger(engine);
  const { live, visible, buildNo } = replayLedger(events, loads);
  const derived = await engine.query<PartRow>(
    `SELECT ${PART_COLUMNS} FROM derived_part WHERE build_no = {build:UInt32} ORDER BY fact, grain`,
    { build: buildNo },
  );
  const standing = loads.filter(({ loadNo }) => live.includes(loadNo));
  return {
    loads: standing,
    visible,
    buildNo,
    derived: derived.map(loadedPart),
    dataVersion: dataVersion(standing, visible, buildNo, settings),
  };
}

function loadedPart(row: PartRow): LoadedPart {
  const { fact, grain, scope, date_from, date_to, rows, dimensions, attributes, currencies, platforms, measures } = row;
  return {
    fact,
    grain,
    scope,
    from: date_from,
    to: date_to,
    rows: Number(rows),
    dimensions,
    attributes,
    currencies,
    platforms,
    ...(measures.length > 0 && { measures }),
  };
}

/** An instant as `2026-03-05T09:30:00.000Z`. */
export function isoTime(column: string): string {
  return `concat(replaceOne(toString(${column}), ' ', 'T'), 'Z')`;
}
