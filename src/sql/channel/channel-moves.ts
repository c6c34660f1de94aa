import { columnsOf, type FactId } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";
import { visibleRows } from "../derive/visible-rows.ts";
import { channelAnew } from "./classify-anew.ts";
import { channelColumn, factTable } from "./fact-table.ts";

/** A pair of channels, now and by other rules, with the rows (and sessions, where the fact counts them) that make it. */
export interface ChannelMoveRow {
  readonly before: string;
  readonly after: string;
  readonly rows: string;
  readonly sessions: string | null;
}

/** Counts a fact's visible rows by the channel they have and the one that `rules` would give them. */
export function channelMovesStatement(
  id: FactId,
  visible: readonly VisiblePart[],
  rules: Workspace["channel_rules"],
): string {
  const after = channelAnew(id, "toString(channel)", rules);
  const table = factTable(id, channelColumn(id, visible));
  return `SELECT before, after, count() AS rows, ${sessionsOf(id)} AS sessions
FROM (SELECT channel AS before, ${after} AS after${"sessions" in columnsOf(id) ? ", sessions" : ""} FROM ${table} WHERE ${visibleRows(id, visible)})
GROUP BY before, after ORDER BY rows DESC, before, after`;
}

function sessionsOf(id: FactId): string {
  if (id === "web_session") return "toNullable(count())";
  return "sessions" in columnsOf(id) ? "sum(sessions)" : "CAST(NULL, 'Nullable(Int64)')";
}
