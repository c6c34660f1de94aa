import type { Workspace } from "../../model/workspace.ts";
import { CHANNEL_FACTS } from "../../sql/channel/channel-facts.ts";
import { type ChannelMoveRow, channelMovesStatement } from "../../sql/channel/channel-moves.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { checkPatterns } from "./check-patterns.ts";
import { classifiedLoads } from "./classified-loads.ts";

interface ChannelMove {
  readonly from: string;
  readonly to: string;
  readonly rows: number;
  /** null where the fact does not count sessions. */
  readonly sessions: number | null;
}

export interface FactMoves {
  readonly fact: string;
  /** Rows whose channel the rules decide. */
  readonly rows: number;
  readonly moved: number;
  readonly moves: readonly ChannelMove[];
}

export interface ChannelPreview {
  readonly facts: readonly FactMoves[];
  /** Loads that cannot be told, because their preset is not there any more. */
  readonly unknown_loads: readonly string[];
}

/**
 * What would move from which channel to which if everything loaded were classified by other rules; nothing is changed.
 * Rows whose file or preset names the channel itself are not decided by rules and left out. Throws `settings.pattern`.
 */
export async function previewChannels(
  workspace: OpenWorkspace,
  rules: Workspace["channel_rules"],
): Promise<ChannelPreview> {
  const { engine } = workspace;
  await checkPatterns(engine, { channel_rules: rules, exclusions: [] });
  const { visible, loads } = await workspace.inventory();
  const classified = await classifiedLoads(workspace);
  const facts: FactMoves[] = [];
  for (const fact of CHANNEL_FACTS) {
    const parts = visible.filter((part) => part.fact === fact && classified.has(part.loadNo, fact));
    if (parts.length === 0) continue;
    const rows = await engine.query<ChannelMoveRow>(channelMovesStatement(fact, parts, rules));
    const moves = rows
      .filter(({ before, after }) => before !== after)
      .map((row) => ({
        from: row.before,
        to: row.after,
        rows: Number(row.rows),
        sessions: row.sessions === null ? null : Number(row.sessions),
      }));
    facts.push({
      fact,
      rows: rows.reduce((sum, row) => sum + Number(row.rows), 0),
      moved: moves.reduce((sum, move) => sum + move.rows, 0),
      moves,
    });
  }
  const unknown = loads.filter(({ loadNo }) => classified.unknown.includes(loadNo)).map(({ loadId }) => loadId);
  return { facts, unknown_loads: unknown };
}
