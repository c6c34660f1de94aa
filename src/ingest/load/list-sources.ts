import type { Engine } from "../../engine/engine.ts";
import type { LoadRecord, VisiblePart } from "../../model/inventory.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";

/** `standing`; `partly_replaced` and `replaced` by later exports; `reverted` by a person. */
export type LoadStatus = "standing" | "partly_replaced" | "replaced" | "reverted";

export interface ListedLoad {
  readonly load_no: number;
  readonly load_id: string;
  readonly file: string;
  readonly preset: string;
  readonly committed_at: string;
  readonly status: LoadStatus;
  readonly rows_read: number;
  readonly rows_loaded: number;
  readonly rows_quarantined: number;
  readonly rows_skipped: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly facts: Readonly<Record<string, number>>;
}

export interface ListedSource {
  readonly system: string;
  readonly connection: string;
  /** File rows of the loads that still count. */
  readonly rows: number;
  readonly rows_quarantined: number;
  /** First and last day that visible rows or their exports cover. */
  readonly from: string | null;
  readonly to: string | null;
  /** When the newest load that counts was committed. */
  readonly fresh_at: string | null;
  readonly loads: readonly ListedLoad[];
}

/** Every load ever committed, newest first, with what became of it. */
export async function listLoads(engine: Engine): Promise<(ListedLoad & Pick<LoadRecord, "system" | "connection">)[]> {
  const { events, loads } = await readLedger(engine);
  const { live, visible } = replayLedger(events, loads);
  return loads
    .map((load) => ({
      load_no: load.loadNo,
      load_id: load.loadId,
      system: load.system,
      connection: load.connection,
      file: load.file,
      preset: load.preset,
      committed_at: load.committedAt,
      status: live.includes(load.loadNo) ? statusOf(load, visible) : ("reverted" as const),
      rows_read: load.rowsRead,
      rows_loaded: load.rowsLoaded,
      rows_quarantined: load.rowsQuarantined,
      rows_skipped: load.rowsSkipped,
      ...span(load.parts),
      facts: factRows(load.parts),
    }))
    .reverse();
}

/** What is loaded, by system and connection. */
export async function listSources(engine: Engine): Promise<ListedSource[]> {
  const groups = Map.groupBy(await listLoads(engine), ({ system, connection }) => JSON.stringify([system, connection]));
  return [...groups.values()]
    .map((loads) => {
      const counting = loads.filter(({ status }) => status === "standing" || status === "partly_replaced");
      return {
        system: loads[0]?.system ?? "",
        connection: loads[0]?.connection ?? "",
        rows: total(counting, "rows_loaded"),
        rows_quarantined: total(counting, "rows_quarantined"),
        ...span(counting),
        fresh_at: counting[0]?.committed_at ?? null,
        loads: loads.map(({ system: _system, connection: _connection, ...load }) => load),
      };
    })
    .sort((a, b) => (a.connection < b.connection ? -1 : 1));
}

function statusOf(load: LoadRecord, visible: readonly VisiblePart[]): LoadStatus {
  const mine = visible.filter(({ loadNo }) => loadNo === load.loadNo);
  if (mine.length === 0 && load.parts.length > 0) return "replaced";
  return mine.length < load.parts.length || mine.some(({ hidden }) => hidden.length > 0)
    ? "partly_replaced"
    : "standing";
}

function span(parts: readonly { readonly from: string | null; readonly to: string | null }[]) {
  const days = (key: "from" | "to") => parts.flatMap((part) => part[key] ?? []).sort();
  return { from: days("from")[0] ?? null, to: days("to").at(-1) ?? null };
}

function factRows(parts: LoadRecord["parts"]): Record<string, number> {
  const rows: Record<string, number> = {};
  for (const part of parts) rows[part.fact] = (rows[part.fact] ?? 0) + part.rows;
  return rows;
}

function total(loads: readonly ListedLoad[], key: "rows_loaded" | "rows_quarantined"): number {
  return loads.reduce((sum, load) => sum + load[key], 0);
}
