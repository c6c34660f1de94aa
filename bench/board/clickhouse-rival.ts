import { readFileSync } from "node:fs";
import type { Inventory } from "../../src/model/inventory.ts";
import type { OpenWorkspace } from "../../src/service/workspace/open-workspace.ts";
import { type BoardRow, type BoardValues, valuesOfRows } from "./board-values.ts";

const SQL = readFileSync(new URL("clickhouse.sql", import.meta.url), "utf8");

/** As the engine is when nobody sets anything: what Leadline switches off for itself is on. */
const settings = {
  compile_expressions: 1,
  compile_aggregate_expressions: 1,
  compile_sort_description: 1,
  optimize_and_compare_chain: 1,
};

/** The hand-written query on the workspace's own tables, through the same connection. */
export function clickhouseRival(
  { engine }: OpenWorkspace,
  { visible, buildNo }: Inventory,
): () => Promise<BoardValues> {
  const load = (fact: string): number => visible.find((part) => part.fact === fact)?.loadNo ?? 0;
  const shown = { build: buildNo, sessions: load("web_session"), ads: load("ad_daily"), costs: load("cost") };
  return async () => valuesOfRows(await engine.query<BoardRow>(SQL, shown, { settings }));
}
