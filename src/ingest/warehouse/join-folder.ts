import { rm } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import type { Engine } from "../../engine/engine.ts";
import type { Preset } from "../../model/preset.ts";
import { fileErrors } from "../files/file-errors.ts";
import { CellWriter } from "../files/write-cells.ts";
import { leftNothing, takeTurn } from "../load/clean-uncommitted.ts";
import { parquetToCsv } from "../load/load-file.ts";
import { dropTables, LOOKUP_PREFIX, readTitles } from "../load/lookup-table.ts";
import { oneAtATime } from "../load/one-at-a-time.ts";
import { pageRows } from "../load/page-rows.ts";
import { findTables } from "./find-tables.ts";
import { joinedTitles, joinStatement, type StagedWarehouseTable } from "./join-statement.ts";
import type { WarehouseTables } from "./tables-file.ts";
import { warehouseErrors } from "./warehouse-errors.ts";

export interface JoinedFile {
  /** The layout of the preset that reads it. */
  readonly layout: string;
  readonly path: string;
  readonly rows: number;
}

/**
 * Joins the tables of a folder into one file for each layout of the preset; the engine does it. Columns are titled
 * `table.column`. Throws what `warehouseErrors` names.
 */
export function joinFolder(
  engine: Engine,
  folder: string,
  preset: Preset,
  { tables, ...rules }: WarehouseTables,
  outDir: string,
): Promise<JoinedFile[]> {
  const found = findTables(folder, { tables, ...rules });
  const outputs = Object.entries(rules.rows).flatMap(([layout, parts]) => {
    const there = parts.filter(({ from, unless }) => found.has(from) && !(unless && found.has(unless)));
    return there.length === 0 ? [] : [{ layout, parts: there }];
  });
  if (outputs.length === 0) {
    const wanted = Object.values(rules.rows).flatMap((parts) =>
      parts.map(({ from }) => tables[from]?.names[0] ?? from),
    );
    throw warehouseErrors.noTable(folder, preset.id, [...new Set(wanted)]);
  }
  return oneAtATime(engine, async () => {
    await takeTurn(engine);
    try {
      const staged = new Map<string, StagedWarehouseTable>();
      for (const [alias, path] of found) {
        const rulesOfTable = tables[alias];
        if (rulesOfTable) staged.set(alias, await stage(engine, alias, path, rulesOfTable, outDir));
      }
      const files: JoinedFile[] = [];
      for (const { layout, parts } of outputs) {
        const titles = joinedTitles(parts, staged).filter(knownTitles(preset, layout));
        const path = join(outDir, `${layout}.csv`);
        files.push({ layout, path, rows: await write(engine, joinStatement(parts, staged, titles), titles, path) });
      }
      return files;
    } finally {
      await dropTables(engine, LOOKUP_PREFIX);
      leftNothing(engine);
    }
  });
}

async function stage(
  engine: Engine,
  alias: string,
  path: string,
  rules: StagedWarehouseTable["rules"],
  outDir: string,
): Promise<StagedWarehouseTable> {
  const isParquet = extname(path).toLowerCase() === ".parquet";
  if (isParquet && engine.kind === "server") throw fileErrors.noParquet(basename(path));
  const csv = isParquet ? join(outDir, `${alias}.table.csv`) : path;
  if (isParquet) await parquetToCsv(engine, path, csv);
  const { titles, delimiter } = readTitles(csv);
  const table = `${LOOKUP_PREFIX}table_${alias}`;
  const columns = titles.map((_, index) => `v${index}`);
  await engine.command(`DROP TABLE IF EXISTS ${table} SYNC`);
  await engine.command(
    `CREATE TABLE ${table} (line UInt64, ${columns.map((column) => `${column} String`).join(", ")}) ENGINE = MergeTree ORDER BY line`,
  );
  await engine.insertFromFile(
    { path: csv, format: "CSV", delimiter, skipLines: 1, columns: titles.length },
    (source) =>
      `INSERT INTO ${table} SELECT line, ${columns.map((_, index) => `trim(ifNull(c${index}, ''))`).join(", ")} FROM ${source}`,
  );
  if (isParquet) await rm(csv, { force: true });
  return { alias, file: basename(path), table, titles: titles.map((title) => title.toLowerCase()), rules };
}

/** Whether a layout knows a title, by its name or by its pattern. */
function knownTitles(preset: Preset, id: string): (title: string) => boolean {
  const columns = Object.values(preset.layouts.find((each) => each.id === id)?.columns ?? {});
  const titles = new Set(columns.flatMap((column) => (Array.isArray(column) ? column : column.titles)));
  const patterns = columns.flatMap((column) =>
    Array.isArray(column) || column.pattern === undefined ? [] : [new RegExp(column.pattern, "iu")],
  );
  return (title) => titles.has(title) || patterns.some((pattern) => pattern.test(title));
}

async function write(engine: Engine, select: string, titles: readonly string[], path: string): Promise<number> {
  const out = new CellWriter(path);
  let rows = 0;
  try {
    out.write(titles);
    for await (const page of pageRows<Readonly<Record<string, string>>>(engine, select))
      for (const row of page) {
        out.write(titles.map((_, index) => row[`c${index}`] ?? ""));
        rows += 1;
      }
  } finally {
    out.close();
  }
  return rows;
}
