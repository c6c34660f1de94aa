import { readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import type { WarehouseTables } from "./tables-file.ts";

const KINDS = [".csv", ".tsv", ".parquet"];

/**
 * The files of a folder that hold a preset's tables: `campaign_history.csv`, `google_ads_campaign_history_data.csv` or
 * `google_ads.campaign_history.parquet`.
 */
export function findTables(folder: string, { prefixes, tables }: WarehouseTables): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const name of readdirSync(folder).toSorted()) {
    const kind = extname(name).toLowerCase();
    if (!KINDS.includes(kind)) continue;
    const stem = basename(name, extname(name))
      .toLowerCase()
      .replaceAll(/[ .-]/g, "_")
      .replace(/_data$/, "");
    if (!files.has(stem)) files.set(stem, join(folder, name));
  }
  return new Map(
    Object.entries(tables).flatMap(([alias, { names }]) => {
      const stems = [...prefixes.flatMap((prefix) => names.map((name) => `${prefix}${name}`)), ...names];
      const found = stems.map((stem) => files.get(stem)).find((path) => path !== undefined);
      return found === undefined ? [] : [[alias, found] as const];
    }),
  );
}
