import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@clickhouse/client";
import { createChdbConnection } from "chdb/connection";
import { columnNames } from "../../src/language/names.ts";
import { parse } from "../../src/language/parse.ts";
import { type CheckedRow, checkRow } from "../../src/language/row/check-row.ts";
import type { RowContext } from "../../src/sql/row-expression/row-context.ts";
import { type RowSql, toSql } from "../../src/sql/row-expression/to-sql.ts";

/** Cells of one row by field; null = the row was too short for it. */
export type Cells = Readonly<Record<string, string | null>>;

interface RowResult {
  /** As the engine prints it; null where it is null. */
  readonly value: string | null;
  readonly invalid: boolean;
}

export interface RowEngine {
  /** Evaluates an expression over rows of cells on the real engine; columns are the fields of all rows. */
  readonly run: (expression: string, rows: readonly Cells[], context?: Partial<RowContext>) => Promise<RowResult[]>;
  readonly runSql: (sql: (column: RowContext["column"]) => RowSql, rows: readonly Cells[]) => Promise<RowResult[]>;
  readonly query: (sql: string) => Promise<Record<string, unknown>[]>;
  readonly command: (sql: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const plainContext: RowContext = {
  column: (field) => `\`${field}\``,
  decimal: "point",
  dateOrder: "iso",
  nullTokens: [],
  fileZone: "UTC",
  workspaceZone: "UTC",
  settings: {},
  lookups: {},
  captured: {},
  period: null,
  fileName: "export.csv",
};

/** An expression checked against the names that a context gives it. */
export function checked(expression: string, context: RowContext, fields: readonly string[] = []): CheckedRow {
  const tree = parse(expression, "row");
  return checkRow(tree, {
    columns: new Set([...fields, ...columnNames(tree)]),
    settings: new Set(Object.keys(context.settings)),
    lookups: new Map(
      Object.entries(context.lookups).map(([name, lookup]) => [
        name,
        lookup.kind === "map" ? "map" : Object.keys(lookup.columns),
      ]),
    ),
  });
}

/** An embedded engine in a directory of its own. */
export async function openRowEngine(): Promise<RowEngine> {
  const directory = await mkdtemp(join(tmpdir(), "leadline-rows-"));
  const client = createClient({ connection: createChdbConnection({ path: directory }) } as never);
  const query: RowEngine["query"] = async (sql) => {
    const result = await client.query({ query: sql, format: "JSONEachRow" });
    return (await result.json()) as Record<string, unknown>[];
  };
  const runSql: RowEngine["runSql"] = async (build, rows) => {
    const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const sql = build((field) => (fields.includes(field) ? `\`${field}\`` : null));
    const columns = fields.map((field) => cellArray(rows.map((row) => row[field])));
    const names = ["row_no", ...fields.map((field) => `\`${field}\``)];
    const zipped = `SELECT arrayJoin(arrayZip(${[`range(${rows.length})`, ...columns].join(", ")})) AS r`;
    const found = await query(
      `SELECT toString(${sql.value}) AS value, toUInt8(${sql.invalid}) AS invalid FROM (SELECT ${names.map((name, i) => `r.${i + 1} AS ${name}`).join(", ")} FROM (${zipped})) ORDER BY row_no`,
    );
    return found.map((row) => ({ value: row.value as string | null, invalid: row.invalid === 1 }));
  };
  return {
    query,
    command: (sql) => client.command({ query: sql }).then(() => undefined),
    runSql,
    run: (expression, rows, context = {}) =>
      runSql((column) => {
        const whole = { ...plainContext, column, ...context };
        return toSql(checked(expression, whole), whole);
      }, rows),
    close: async () => {
      await client.close();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Hexadecimal, so that the cells do not pass through the quoting that is under test. */
function cellArray(cells: readonly (string | null | undefined)[]): string {
  const texts = cells.map((text) => (text == null ? "NULL" : `unhex('${Buffer.from(text, "utf8").toString("hex")}')`));
  return `CAST(materialize([${texts.join(", ")}]), 'Array(Nullable(String))')`;
}
