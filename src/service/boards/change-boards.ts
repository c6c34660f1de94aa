import { LeadlineError } from "../../language/leadline-error.ts";
import { changed } from "../state/changed.ts";
import { refuseUnknownKpis } from "../state/known-kpis.ts";
import { newId } from "../state/new-id.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import type { BoardInput } from "./board-input.ts";
import { askable, getBoard, type ListedBoard, ownBoard } from "./list-boards.ts";

/** Composes a board; throws `board.unknown_kpi` and `board.kpi_twice`. */
export async function addBoard(workspace: OpenWorkspace, board: BoardInput): Promise<ListedBoard> {
  check(workspace, board);
  const { boards } = await workspace.store();
  return ownBoard(workspace.catalogue, await boards.add(newId(board.name.en, "board"), board));
}

/** A board of the team's own that begins as another one, also a built-in; throws `board.unknown`. */
export async function copyBoard(workspace: OpenWorkspace, id: string, name?: BoardInput["name"]): Promise<ListedBoard> {
  const original = askable(await getBoard(workspace, id));
  return addBoard(workspace, { name: name ?? original.name, groups: original.groups });
}

/** Replaces a board; throws `state.changed`, `board.unknown`, `board.read_only`, `board.unknown_kpi`, `board.kpi_twice`. */
export async function changeBoard(
  workspace: OpenWorkspace,
  id: string,
  revision: number,
  board: BoardInput,
): Promise<ListedBoard> {
  await refuseGiven(workspace, id);
  check(workspace, board);
  const { boards } = await workspace.store();
  const outcome = await boards.change(id, revision, board);
  return changed(outcome, "board", id, (kept) => ownBoard(workspace.catalogue, kept));
}

/** Removes a board and answers with what it was; throws `state.changed`, `board.unknown`, `board.read_only`. */
export async function removeBoard(workspace: OpenWorkspace, id: string, revision: number): Promise<ListedBoard> {
  await refuseGiven(workspace, id);
  const { boards } = await workspace.store();
  const outcome = await boards.remove(id, revision);
  return changed(outcome, "board", id, (kept) => ownBoard(workspace.catalogue, kept));
}

async function refuseGiven({ catalogue, settings }: OpenWorkspace, id: string): Promise<void> {
  if (!catalogue.boards.has(id)) return;
  const where = Object.hasOwn(settings.boards, id) ? "stands in leadline.yaml" : "comes with Leadline";
  throw new LeadlineError(
    "board.read_only",
    `The board ${id} ${where} and is not changed here.`,
    "Make a copy of it and change that.",
    { key: id },
  );
}

function check({ catalogue }: OpenWorkspace, { groups }: BoardInput): void {
  const kpis = groups.flatMap((group) => group.kpis);
  refuseUnknownKpis("board", catalogue, kpis);
  const twice = kpis.find((id, at) => kpis.indexOf(id) !== at);
  if (twice !== undefined)
    throw new LeadlineError(
      "board.kpi_twice",
      `The KPI “${twice}” stands twice on the board.`,
      "Leave one of them out.",
      {
        key: twice,
      },
    );
  if (kpis.length > 60)
    throw new LeadlineError(
      "board.too_long",
      `The board has ${kpis.length} KPIs; 60 are the most.`,
      "Split it into two.",
    );
}
