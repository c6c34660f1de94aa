import { LeadlineError } from "../../language/leadline-error.ts";
import type { Answer } from "../../model/answer.ts";
import type { Board } from "../../model/boards.ts";
import { askable, getBoard } from "../boards/list-boards.ts";
import { kpiListing, type ListedKpi } from "../kpis/list-kpis.ts";
import type { OpenWorkspace } from "../workspace/open-workspace.ts";
import { ask } from "./ask.ts";
import { readQuestion } from "./plan-for.ts";

export interface Scorecard extends Answer {
  readonly board: Board;
  /** The definitions of the board's KPIs, by id. */
  readonly kpis: Readonly<Record<string, ListedKpi>>;
  /** Each KPI over the twelve months up to the period, where asked for. */
  readonly trend?: Answer;
}

export interface ScorecardOptions {
  readonly trend?: boolean;
  readonly language?: "en" | "zh";
}

/** A board's KPIs for a period, in its groups and order, as one question. Throws `board.unknown`, `board.empty`. */
export async function showScorecard(
  workspace: OpenWorkspace,
  id: string,
  question: Readonly<Record<string, unknown>>,
  { trend = false, language = workspace.settings.language }: ScorecardOptions = {},
): Promise<Scorecard> {
  const board = askable(await getBoard(workspace, id));
  if (board.groups.length === 0) throw emptyBoard(id);
  const ids = board.groups.flatMap((group) => group.kpis);
  const groupOf = new Map(board.groups.flatMap((group) => group.kpis.map((kpi) => [kpi, group.name[language]])));
  const asked = readQuestion({ ...question, kpis: ids });
  const year = { kpis: ids, period: `12-months-to-${asked.period}`, grain: "month", asOf: asked.asOf, total: false };
  const [answer, months] = await Promise.all([
    ask(workspace, asked, language),
    trend ? ask(workspace, year, language) : undefined,
  ]);
  const order = new Map(ids.map((kpi, i) => [kpi, i]));
  const rows = answer.rows
    .map((row) => ({ ...row, group: groupOf.get(row.kpi) ?? "" }))
    .toSorted((a, b) => (order.get(a.kpi) ?? 0) - (order.get(b.kpi) ?? 0));
  const listed = kpiListing(workspace.catalogue).filter((kpi) => groupOf.has(kpi.id));
  return {
    ...answer,
    rows,
    board,
    kpis: Object.fromEntries(listed.map((kpi) => [kpi.id, kpi])),
    ...(months && { trend: months }),
  };
}

function emptyBoard(id: string): LeadlineError {
  return new LeadlineError(
    "board.empty",
    `None of the KPIs of the board ${id} is in the catalogue any more.`,
    "Give the board other KPIs, or bring their files back.",
    { key: id },
  );
}
