import type { Board } from "../../model/boards.ts";
import type { Kept } from "../../store/collection.ts";
import type { Catalogue } from "../catalogue/catalogue.ts";
import { unknownThing } from "../state/changed.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";

export interface ListedBoard extends Board {
  /** `built-in` comes with the product, `settings` stands in leadline.yaml, `own` is composed here; only own ones change. */
  readonly origin: "built-in" | "settings" | "own";
  /** null: read-only. */
  readonly revision: number | null;
  readonly created_at: string | null;
  readonly changed_at: string | null;
  /** KPIs that the board names and the catalogue has no longer. */
  readonly unknown_kpis: readonly string[];
}

/** All boards: the product's, those of leadline.yaml, and those that a team composed. */
export async function listBoards(workspace: OpenWorkspace): Promise<ListedBoard[]> {
  const { boards } = await workspace.store();
  const own = (await boards.list()).map((kept) => ownBoard(workspace.catalogue, kept));
  return [...[...workspace.catalogue.boards.values()].map((board) => givenBoard(workspace, board)), ...own];
}

/** One board; throws `board.unknown`. */
export async function getBoard(workspace: OpenWorkspace, id: string): Promise<ListedBoard> {
  const given = workspace.catalogue.boards.get(id);
  if (given) return givenBoard(workspace, given);
  const kept = await (await workspace.store()).boards.get(id);
  if (kept) return ownBoard(workspace.catalogue, kept);
  const known = (await listBoards(workspace)).map((board) => board.id);
  throw unknownThing("board", id, `There are ${known.join(", ")}.`);
}

/** A board that is asked: without the KPIs that are not there. */
export function askable({ id, name, groups, unknown_kpis }: ListedBoard): Board {
  const known = groups.map((group) => ({ ...group, kpis: group.kpis.filter((kpi) => !unknown_kpis.includes(kpi)) }));
  return { id, name, groups: known.filter((group) => group.kpis.length > 0) };
}

export function ownBoard({ kpis }: Catalogue, { id, content, revision, createdAt, changedAt }: BoardKept): ListedBoard {
  return {
    id,
    ...content,
    origin: "own",
    revision,
    created_at: createdAt,
    changed_at: changedAt,
    unknown_kpis: content.groups.flatMap((group) => group.kpis).filter((kpi) => !kpis.has(kpi)),
  };
}

type BoardKept = Kept<Omit<Board, "id">>;

function givenBoard({ settings }: OpenWorkspace, board: Board): ListedBoard {
  const origin = Object.hasOwn(settings.boards, board.id) ? "settings" : "built-in";
  return { ...board, origin, revision: null, created_at: null, changed_at: null, unknown_kpis: [] };
}
