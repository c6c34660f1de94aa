import { isDated, isNullToken, isNumeric } from "./cell-kinds.ts";
import type { Mark, Sample } from "./scan-structure.ts";

/** All text, all different, where the open table has numbers; and the row below has numbers or dates again. */
export function looksLikeHeader(
  mark: Mark,
  open: { readonly mark: Pick<Mark, "number"> } | null,
  samples: readonly Sample[],
): boolean {
  const cells = mark.cells.map((cell) => cell.trim());
  if (
    cells.length < 2 ||
    cells.some((cell) => isNullToken(cell) || isNumeric(cell) || isDated(cell) || /[:：]/.test(cell))
  )
    return false;
  if (new Set(cells).size !== cells.length) return false;
  const below = mark.following;
  if (!below || below.length !== cells.length) return false;
  const figures = below.map((cell) => isNumeric(cell) || isDated(cell));
  if (!figures.some(Boolean)) return false;
  if (!open) return true;
  const since = open.mark.number;
  const before = samples.filter((sample) => sample.number > since && sample.number < mark.number).slice(0, 50);
  if (before.length > 0 && before.every((sample) => sample.cells.length !== cells.length)) return true;
  return cells.some(
    (_, at) =>
      figures[at] && before.some((sample) => isNumeric(sample.cells[at] ?? "") || isDated(sample.cells[at] ?? "")),
  );
}
