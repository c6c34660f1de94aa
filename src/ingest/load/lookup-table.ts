import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse as parseCsv } from "csv-parse/sync";
import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { children } from "../../language/names.ts";
import { parse } from "../../language/parse.ts";
import type { Tree } from "../../language/tree.ts";
import type { Layout, Preset } from "../../model/preset.ts";
import type { RowLookup } from "../../sql/row-expression/row-context.ts";
import type { PreparedTable } from "../files/prepared.ts";

/** Tables that hold the lookups of a load; they are of no use after it. */
export const LOOKUP_PREFIX = "load_lookup_";

/**
 * The lookups that a table's expressions use: maps as they are, files as tables of the engine. A file is looked for in
 * `folders` in their order. Throws `load.lookup_missing`, `load.lookup_key`.
 */
export async function readLookups(
  engine: Engine,
  table: PreparedTable,
  folders: readonly string[],
): Promise<Readonly<Record<string, RowLookup>>> {
  const used = new Set(expressionsOf(table.layout).flatMap((text) => lookupNames(parse(text, "row"))));
  const lookups: Record<string, RowLookup> = {};
  for (const [name, lookup] of Object.entries(table.preset.lookups)) {
    if ("map" in lookup) lookups[name] = { kind: "map", map: lookup.map };
    else if (used.has(name)) lookups[name] = await fromFile(engine, table.preset, name, lookup, folders);
  }
  return lookups;
}

/** Removes all tables whose names begin so. */
export async function dropTables(engine: Engine, prefix: string): Promise<void> {
  const tables = await engine.query<{ name: string }>(
    "SELECT name FROM system.tables WHERE database = currentDatabase() AND startsWith(name, {prefix:String})",
    { prefix },
  );
  for (const { name } of tables) await engine.command(`DROP TABLE IF EXISTS ${name} SYNC`);
}

function expressionsOf({ facts, totals, skip, reject, notice }: Layout): string[] {
  return [
    ...facts.flatMap(({ when, set }) => [...(when === undefined ? [] : [when]), ...Object.values(set)]),
    ...(totals === undefined ? [] : [totals]),
    ...[...skip, ...reject, ...notice].map(({ when }) => when),
  ];
}

function lookupNames(tree: Tree): string[] {
  const [name] = tree.kind === "call" && tree.fn === "lookup" ? tree.args : [];
  return [...(name?.kind === "text" ? [name.value] : []), ...children(tree).flatMap(lookupNames)];
}

async function fromFile(
  engine: Engine,
  preset: Preset,
  name: string,
  { file, key }: { readonly file: string; readonly key: string },
  folders: readonly string[],
): Promise<RowLookup> {
  const path = folders.map((folder) => join(folder, file)).find((candidate) => existsSync(candidate));
  if (path === undefined) {
    throw new LeadlineError(
      "load.lookup_missing",
      `The preset ${preset.id} looks up "${name}" in ${file}, which is not there.`,
      `Put ${file} beside the file you load.`,
      { file: join(folders.at(-1) ?? "", file) },
    );
  }
  const { titles, delimiter } = readTitles(path);
  const keyPlace = titles.indexOf(key);
  if (keyPlace < 0) {
    throw new LeadlineError(
      "load.lookup_key",
      `${file} has no column "${key}", by which the preset ${preset.id} looks up "${name}".`,
      `It has: ${titles.join(", ")}.`,
      { file: path, line: 1 },
    );
  }
  const table = `${LOOKUP_PREFIX}${preset.id}_${name.replaceAll(/\W/g, "_")}`;
  const columns = titles.map((_, index) => `v${index}`);
  await engine.command(`DROP TABLE IF EXISTS ${table} SYNC`);
  await engine.command(
    `CREATE TABLE ${table} (${columns.map((column) => `${column} String`).join(", ")}) ENGINE = MergeTree ORDER BY v${keyPlace}`,
  );
  const cells = columns.map((_, index) => `ifNull(c${index}, '')`);
  await engine.insertFromFile(
    { path, format: "CSV", delimiter, skipLines: 1, columns: titles.length },
    (source) =>
      `INSERT INTO ${table} SELECT ${cells.join(", ")} FROM ${source} ORDER BY line LIMIT 1 BY ifNull(c${keyPlace}, '')`,
  );
  return {
    kind: "table",
    table,
    key: `v${keyPlace}`,
    columns: Object.fromEntries(titles.map((title, index) => [title, `v${index}`])),
  };
}

const HEAD_BYTES = 64 * 1024;

/** The titles in a lookup file's first line, and what separates them. */
export function readTitles(path: string): { titles: string[]; delimiter: string } {
  const descriptor = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(HEAD_BYTES);
    const head = buffer.toString("utf8", 0, readSync(descriptor, buffer, 0, HEAD_BYTES, 0));
    const line = head.replace(/^\u{FEFF}/u, "").split(/\r?\n/)[0] ?? "";
    const read = [",", ";", "\t"].map((delimiter) => ({
      delimiter,
      titles: (parseCsv(line, { delimiter, relax_quotes: true })[0] ?? []).map((title) => title.trim()),
    }));
    return read.toSorted((a, b) => b.titles.length - a.titles.length)[0] ?? { titles: [], delimiter: "," };
  } finally {
    closeSync(descriptor);
  }
}

/** Folders in which a preset's lookup files are looked for: its own, then the loaded file's. */
export function lookupFolders(presetFolder: string | undefined, file: string): string[] {
  return [...(presetFolder === undefined ? [] : [presetFolder]), dirname(file)];
}
