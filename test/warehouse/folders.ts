import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of tables out of their texts; blanks around cells and lines are left out. */
export function folderOf(tables: Readonly<Record<string, string>>): {
  readonly path: string;
  readonly remove: () => void;
} {
  const path = mkdtempSync(join(tmpdir(), "leadline-tables-"));
  mkdirSync(path, { recursive: true });
  for (const [name, text] of Object.entries(tables)) {
    const lines = text
      .trim()
      .split("\n")
      .map((line) =>
        line
          .split("|")
          .map((cell) => cell.trim())
          .join(","),
      );
    writeFileSync(join(path, `${name}.csv`), `${lines.join("\n")}\n`);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
