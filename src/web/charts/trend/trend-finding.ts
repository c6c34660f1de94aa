import type { AnswerRow } from "../../../model/answer.ts";

/** `highest` or `lowest` when the last whole value stands out of its row; null where it does not, or the row is short. */
export function trendFinding(rows: readonly Pick<AnswerRow, "value" | "state">[]): "highest" | "lowest" | null {
  const whole = rows.flatMap((row) => (row.state === "ok" && row.value !== null ? [row.value] : []));
  const last = whole.at(-1);
  const others = whole.slice(0, -1);
  if (last === undefined || others.length < 5 || rows.at(-1)?.state !== "ok") return null;
  if (others.every((value) => value < last)) return "highest";
  return others.every((value) => value > last) ? "lowest" : null;
}
