// Writes docs/reference/ from the catalogue, the presets, the facts and the settings; `--check` only compares.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { commandsPage } from "./reference/commands-page.ts";
import { factsPage } from "./reference/facts-page.ts";
import { kpisPage } from "./reference/kpis-page.ts";
import { settingsPage } from "./reference/settings-page.ts";
import { sourcesPage } from "./reference/sources-page.ts";

const root = join(import.meta.dirname, "..");
const folder = join(root, "docs", "reference");

/** File name -> text of every reference page. */
export function referencePages(): Record<string, string> {
  return {
    "kpis.md": kpisPage("en"),
    "kpis.zh-CN.md": kpisPage("zh"),
    "commands.md": commandsPage(),
    "sources.md": sourcesPage(),
    "facts.md": factsPage(),
    "settings.md": settingsPage(),
  };
}

if (process.argv[1] === import.meta.filename) {
  mkdirSync(folder, { recursive: true });
  const stale: string[] = [];
  for (const [name, text] of Object.entries(referencePages())) {
    const file = join(folder, name);
    let old = "";
    try {
      old = readFileSync(file, "utf8");
    } catch {
      // not written yet
    }
    if (old === text) continue;
    stale.push(name);
    if (!process.argv.includes("--check")) writeFileSync(file, text);
  }
  process.stdout.write(stale.length === 0 ? "docs/reference is up to date\n" : `${stale.join(", ")} changed\n`);
}
