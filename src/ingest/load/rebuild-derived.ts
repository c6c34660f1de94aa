import type { Engine } from "../../engine/engine.ts";
import { DERIVED_IDS } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import type { Workspace } from "../../model/workspace.ts";
import { type DeriveStatement, derivedPartsStatement, deriveStatements, needsOf } from "../../sql/derive/index.ts";
import { deleteRowsLater } from "./delete-rows.ts";
import { runByNeed } from "./run-by-need.ts";
import { tablesHolding } from "./tables-holding.ts";

const BUILD_SECONDS = 3600;
/** Statements of a build that run at once; lines to the engine are left for who asks meanwhile. */
const AT_ONCE = 2;

/** Builds the derived tables anew from what is visible, under `buildNo`. Nobody sees the build before the ledger names it. */
export async function rebuildDerived(
  engine: Engine,
  workspace: Workspace,
  visible: readonly VisiblePart[],
  buildNo: number,
): Promise<void> {
  const statements = deriveStatements({ buildNo, visible, workspace });
  await runBuild(engine, statements);
  // A table that stays empty needs no row: most small workspaces fill a few alone, and each statement takes its time.
  const built = DERIVED_IDS.filter((id) => statements.some(({ table }) => table === id));
  const filled = await tablesHolding(engine, built, "build_no = {buildNo:UInt32}", { buildNo });
  const parts = built.filter((id) => filled.includes(id)).map((table) => derivedPartsStatement(buildNo, table));
  if (parts.length > 0)
    await engine.command(
      `INSERT INTO derived_part (${PART_COLUMNS})\n${parts.join("\nUNION ALL\n")}`,
      {},
      { timeoutSeconds: BUILD_SECONDS },
    );
}

/** Runs the statements of a build. */
export function runBuild(engine: Engine, statements: readonly DeriveStatement[]): Promise<void> {
  return runByNeed(needsOf(statements), AT_ONCE, async (place) => {
    const statement = statements[place];
    if (statement) await engine.command(statement.sql, statement.parameters, { timeoutSeconds: BUILD_SECONDS });
  });
}

const PART_COLUMNS =
  "build_no, fact, grain, scope, date_from, date_to, rows, dimensions, attributes, currencies, platforms";

/** Removes builds that no query can be reading any more: all before the one that was replaced last. */
export async function removeOldBuilds(engine: Engine, replaced: number): Promise<void> {
  const condition = "build_no < {replaced:UInt32}";
  for (const table of await tablesHolding(engine, ["derived_part", ...DERIVED_IDS], condition, { replaced }))
    await deleteRowsLater(engine, table, condition, { replaced });
}
