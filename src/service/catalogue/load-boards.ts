import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";
import { didYouMeanText } from "../../language/did-you-mean.ts";
import { LeadlineError, type Place } from "../../language/leadline-error.ts";
import { type Board, boardSchema } from "../../model/boards.ts";
import { parseYaml } from "../../model/parse-yaml.ts";
import type { Workspace } from "../../model/workspace.ts";
import { SETTINGS_FILE } from "../workspace/read-settings.ts";
import { yamlFiles } from "./kpi-file.ts";
import { placeInYaml } from "./place-in-yaml.ts";

export interface LoadedBoards {
  readonly boards: ReadonlyMap<string, Board>;
  readonly problems: readonly LeadlineError[];
}

/** The product's boards and the workspace's own; a KPI that is not there is left out of its board, as a problem. */
export function loadBoards(
  boardsDir: string,
  root: string,
  own: Workspace["boards"],
  kpis: ReadonlyMap<string, unknown>,
): LoadedBoards {
  const boards = new Map<string, Board>();
  const problems: LeadlineError[] = [];
  const add = (board: Board, placeOf: (path: readonly string[]) => Place): void => {
    const groups = board.groups.map((group, index) => ({
      ...group,
      kpis: group.kpis.filter((id, position) => {
        if (kpis.has(id)) return true;
        problems.push(unknownKpi(board.id, id, kpis, placeOf(["groups", `${index}`, "kpis", `${position}`])));
        return false;
      }),
    }));
    boards.set(board.id, { ...board, groups: groups.filter((group) => group.kpis.length > 0) });
  };
  for (const path of yamlFiles(boardsDir)) {
    const file = relative(root, path).split(sep).join("/");
    const text = readFileSync(path, "utf8");
    const parsed = parseYaml(text, boardSchema, "board", file);
    if (parsed.ok) add(parsed.value, (key) => placeInYaml(text, file, key));
    else problems.push(...parsed.problems);
  }
  for (const [id, board] of Object.entries(own))
    add({ id, ...board }, (key) => ({ file: SETTINGS_FILE, key: ["boards", id, ...key].join(".") }));
  return { boards, problems };
}

function unknownKpi(board: string, id: string, kpis: ReadonlyMap<string, unknown>, place: Place): LeadlineError {
  return new LeadlineError(
    "board.unknown_kpi",
    `The board ${board} names the KPI “${id}”, which is not there.`,
    didYouMeanText(id, kpis.keys()) ?? "See the ids that leadline kpis lists.",
    place,
  );
}
