import type { AnswerRow, BoardInfo, Scorecard } from "../../api/client.ts";

export interface FilledBoard {
  readonly board: Pick<BoardInfo, "id" | "name">;
  /** The period that was asked for, and how it is told. */
  readonly asked: string;
  readonly period: AnswerRow["period"] | undefined;
  readonly filled: number;
  readonly all: number;
}

/** The board on which most KPIs have a number; null where none has any. Of those alike, the smaller board, then the period named first. */
export function bestBoard(
  scorecards: readonly (Pick<Scorecard, "board" | "rows"> & { readonly asked: string })[],
): FilledBoard | null {
  const counted = scorecards.map(({ board, rows, asked }) => ({
    board,
    asked,
    period: rows[0]?.period,
    filled: rows.filter(({ value }) => value !== null).length,
    all: rows.length,
  }));
  const [best] = counted.toSorted((a, b) => b.filled - a.filled || a.all - b.all);
  return best && best.filled > 0 ? best : null;
}
