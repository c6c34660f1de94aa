import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { type PrepareOptions, prepareFile } from "./prepare-file.ts";
import type { PreparedFile, PreparedTable } from "./prepared.ts";
import { splitCells } from "./split-cells.ts";
import { PLAIN } from "./test-presets.ts";

/** A folder for the files of one test file, gone after its tests. */
export function testFolder() {
  const folder = mkdtempSync(join(tmpdir(), "leadline-files-"));
  const workDir = join(folder, "work");
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const write = (content: string | Buffer, name = "file.csv"): string => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  const prepare = (
    content: string | Buffer,
    settings: Record<string, string> = {},
    more: Partial<PrepareOptions> = {},
  ) => prepareFile(write(content), [PLAIN], { workDir, settings, ...more });
  return { folder, workDir, write, prepare };
}

/** The text of a file's first table, as the engine reads it. */
export const firstText = (file: PreparedFile) => readFileSync(file.tables[0]?.path ?? "", "utf8");

/** The rows as the engine will see them, by field. */
export function rowsOf(table: PreparedTable): Record<string, string>[] {
  const lines = readFileSync(table.path, "utf8").split(/\r?\n/).slice(table.skipLines);
  const limit = table.lineLimit ?? Number.POSITIVE_INFINITY;
  return lines
    .filter((line, index) => index < limit && line !== "")
    .map((line) => {
      const cells = splitCells(line, table.delimiter);
      return Object.fromEntries(
        table.fields.flatMap((field, at) => (field === null ? [] : [[field, cells[at] ?? ""]])),
      );
    });
}
