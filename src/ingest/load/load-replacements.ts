import type { Engine } from "../../engine/engine.ts";
import { type FactId, fact, isFactId } from "../../model/facts.ts";
import type { LoadedPart, VisiblePart } from "../../model/inventory.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { visibleRows } from "../../sql/derive/index.ts";
import { hideReplaced } from "../ledger/replay-ledger.ts";
import type { PlannedLoad } from "./plan-load.ts";

/** Rows that stand now and would give way to those of a load. */
export interface LoadReplacement {
  readonly fact: string;
  readonly connection: string;
  /** `replaces` days; `updates` records of the same id. */
  readonly how: "replaces" | "updates";
  readonly rows: number;
  readonly from: string | null;
  readonly to: string | null;
  /** Files whose rows they are. */
  readonly files: readonly string[];
}

/** What a load that is not committed would replace, by fact. */
export async function loadReplacements(
  engine: Engine,
  { loadNo, system, state, loads }: PlannedLoad,
  connection: string,
  parts: readonly LoadedPart[],
): Promise<LoadReplacement[]> {
  const mine: VisiblePart[] = parts.map((part) => ({ ...part, loadNo, system, connection, hidden: [] }));
  const after = new Map(
    hideReplaced([...state.visible.map((part) => ({ ...part, hidden: [] })), ...mine]).map((part) => [
      keyOf(part),
      part,
    ]),
  );
  const file = new Map(loads.map((load) => [load.loadNo, load.file]));
  const found = new Map<string, LoadReplacement>();
  for (const before of state.visible) {
    if (!isFactId(before.fact) || !mine.some((part) => part.fact === before.fact)) continue;
    if (before.system !== system || before.connection !== connection) continue;
    const gone =
      fact(before.fact).loading === "segment"
        ? await replacedRows(engine, before.fact, before, after.get(keyOf(before)))
        : await updatedRows(engine, before.fact, before, loadNo);
    if (gone === null || gone.rows === 0) continue;
    const known = found.get(before.fact);
    const days = (key: "from" | "to") => [known?.[key] ?? null, gone[key]].filter((day) => day !== null).sort();
    found.set(before.fact, {
      fact: before.fact,
      connection,
      how: fact(before.fact).loading === "segment" ? "replaces" : "updates",
      rows: (known?.rows ?? 0) + gone.rows,
      from: days("from")[0] ?? null,
      to: days("to").at(-1) ?? null,
      files: [...new Set([...(known?.files ?? []), file.get(before.loadNo) ?? ""])],
    });
  }
  return [...found.values()];
}

interface GoneRows {
  readonly rows: number;
  readonly from: string | null;
  readonly to: string | null;
}

async function replacedRows(
  engine: Engine,
  id: FactId,
  before: VisiblePart,
  after: VisiblePart | undefined,
): Promise<GoneRows | null> {
  if (after !== undefined && JSON.stringify(after.hidden) === JSON.stringify(before.hidden)) return null;
  const { date, dateTo, preAggregated } = fact(id);
  if (date === null) return null;
  const grain = preAggregated ? `grain = ${textLiteral(before.grain)}` : "1";
  const left = after === undefined ? "0" : visibleRows(id, [after]);
  return count(
    engine,
    `SELECT count() AS rows, toString(min(\`${date}\`)) AS first, toString(max(\`${dateTo ?? date}\`)) AS last
     FROM ${id} WHERE ${visibleRows(id, [before])} AND ${grain} AND NOT (${left})`,
  );
}

/** Records of the same id, whichever load brought them. */
async function updatedRows(engine: Engine, id: FactId, before: VisiblePart, loadNo: number): Promise<GoneRows | null> {
  return count(
    engine,
    `SELECT uniqExact(external_id) AS rows, NULL AS first, NULL AS last FROM ${id}
     WHERE ${visibleRows(id, [before])} AND external_id IN (SELECT external_id FROM ${id} WHERE load_no = ${loadNo})`,
  );
}

async function count(engine: Engine, statement: string): Promise<GoneRows> {
  const [row] = await engine.query<{ rows: string; first: string | null; last: string | null }>(statement);
  const rows = Number(row?.rows ?? 0);
  return { rows, from: rows === 0 ? null : (row?.first ?? null), to: rows === 0 ? null : (row?.last ?? null) };
}

function keyOf({ loadNo, fact: id, grain, scope }: VisiblePart): string {
  return JSON.stringify([loadNo, id, grain, scope]);
}
