import type { Engine } from "../../engine/engine.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { replayLedger } from "../ledger/replay-ledger.ts";
import { csvLine } from "./csv-line.ts";
import type { LoadMeta, TableMeta } from "./load-meta.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";

export interface QuarantinedRow {
  readonly load_id: string;
  readonly connection: string;
  readonly file: string;
  /** Line in the original file. */
  readonly line: number;
  /** The file's column that is wrong; "" where the whole row is. */
  readonly column: string;
  readonly code: string;
  readonly reason: string;
  readonly cells: readonly string[];
}

/** The columns of the tables that rejected rows stand in. */
export type QuarantineTable = Pick<TableMeta, "header" | "first_line" | "last_line"> & { readonly load_id: string };

export interface QuarantineFile {
  readonly load_id: string;
  /** Name of the file that was loaded. */
  readonly file: string;
  readonly rows: number;
  readonly csv: string;
}

export interface QuarantineFilter {
  readonly loadId?: string;
  /** Default 1000. */
  readonly limit?: number;
}

interface StoredRow {
  readonly load_no: number;
  readonly line: string;
  readonly column: string;
  readonly code: string;
  readonly reason: string;
  readonly cells: string[];
}

/**
 * Rejected rows that still wait for a person: those of loads that count, less the rows that were mended and loaded since.
 * Cells of e-mail addresses, names and phone numbers are stored as keyed hashes only, and come back as such.
 */
export async function listQuarantine(engine: Engine, filter: QuarantineFilter = {}): Promise<QuarantinedRow[]> {
  const { rows, loads } = await waitingRows(engine, filter);
  return rows.map(({ load_no, line, cells, column, code, reason }) => {
    const load = loads.get(load_no);
    return {
      load_id: load?.loadId ?? "",
      connection: load?.connection ?? "",
      file: load?.file ?? "",
      line: Number(line),
      column,
      code,
      reason,
      cells,
    };
  });
}

/** The tables, as far as their loads have rejected rows that wait. */
export async function listQuarantineTables(engine: Engine): Promise<QuarantineTable[]> {
  const { rows, loads, meta } = await waitingRows(engine, {});
  return [...new Set(rows.map(({ load_no }) => load_no))].flatMap((loadNo) =>
    (meta.get(loadNo)?.tables ?? []).map(({ header, first_line, last_line }) => ({
      load_id: loads.get(loadNo)?.loadId ?? "",
      header,
      first_line,
      last_line,
    })),
  );
}

/**
 * The rejected rows as one CSV for each table of each file: the original columns, then load, line and reason. Mended and
 * loaded again it adds to its load and replaces nothing. Cells that a spreadsheet would run are guarded with an apostrophe.
 */
export async function quarantineCsv(engine: Engine, filter: QuarantineFilter = {}): Promise<QuarantineFile[]> {
  const { rows, loads, meta } = await waitingRows(engine, { limit: 1_000_000, ...filter });
  return [...Map.groupBy(rows, ({ load_no }) => load_no)].flatMap(([loadNo, ofLoad]) => {
    const load = loads.get(loadNo);
    const tables = meta.get(loadNo)?.tables ?? [];
    return tables.flatMap((table) => {
      const own = ofLoad.filter(({ line }) => Number(line) >= table.first_line && Number(line) <= table.last_line);
      if (own.length === 0 || load === undefined) return [];
      const lines = [
        [...table.header, MEND_COLUMNS.load, MEND_COLUMNS.line, MEND_COLUMNS.reason],
        ...own.map(({ cells, line, reason }) => [
          ...table.header.map((_, index) => cells[index] ?? ""),
          load.loadId,
          line,
          reason,
        ]),
      ];
      return [
        {
          load_id: load.loadId,
          file: load.file,
          rows: own.length,
          csv: lines.map((cells) => csvLine(cells.map(guarded))).join(""),
        },
      ];
    });
  });
}

/** Rejected rows that still wait, with all loads and what is kept about them. */
export async function waitingRows(engine: Engine, { loadId, limit = 1000 }: QuarantineFilter) {
  const { events, loads } = await readLedger(engine);
  const { live, visible } = replayLedger(events, loads);
  const stored = await engine.query<{ load_no: number; meta: string }>("SELECT load_no, meta FROM load");
  const meta = new Map(stored.map(({ load_no, meta }) => [load_no, JSON.parse(meta) as LoadMeta]));
  const counting = loads.filter(
    ({ loadNo, parts, ...load }) =>
      live.includes(loadNo) &&
      !meta.get(loadNo)?.mends &&
      (loadId === undefined || load.loadId === loadId) &&
      (parts.length === 0 || visible.some((part) => part.loadNo === loadNo)),
  );
  const mended = loads.flatMap(({ loadNo }) => (live.includes(loadNo) ? (meta.get(loadNo)?.mends ?? []) : []));
  const conditions = counting.map(({ loadNo, loadId: id }) => {
    const lines = mended.filter(({ load }) => load === id).flatMap((mend) => mend.lines);
    return lines.length === 0 ? `load_no = ${loadNo}` : `(load_no = ${loadNo} AND line NOT IN (${lines.join(", ")}))`;
  });
  const rows =
    conditions.length === 0
      ? []
      : await engine.query<StoredRow>(
          `SELECT load_no, line, column, code, reason, cells FROM quarantine
           WHERE ${conditions.join(" OR ")} ORDER BY load_no DESC, line LIMIT {limit:UInt32}`,
          { limit },
        );
  return { rows, meta, loads: new Map(loads.map((load) => [load.loadNo, load])) };
}

/** Spreadsheets run cells that begin with these; negative numbers stay numbers. */
export function guarded(cell: string): string {
  return /^[=+@\t\r]|^-(?![\d.,\s]*$)/.test(cell) ? `'${cell}` : cell;
}
