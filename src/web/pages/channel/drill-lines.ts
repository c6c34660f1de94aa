import type { AnswerRow } from "../../../model/answer.ts";
import type { Level } from "../channels/channels-search.ts";

export interface DrillLine {
  readonly name: string;
  readonly cells: Readonly<Record<string, AnswerRow>>;
}

const NAMELESS = /^(\((not set|not allocated)\))?$/;

/** One line each value of a level, most leads first, then most cost; what has no name stands last. */
export function drillLines(rows: readonly AnswerRow[], level: Level): readonly DrillLine[] {
  const own = rows.filter((row) => row.by[level] !== undefined);
  const lines = [...Map.groupBy(own, (row) => row.by[level] ?? "")].map(([name, cells]) => ({
    name,
    cells: Object.fromEntries(cells.map((row) => [row.kpi, row])),
  }));
  const size = ({ cells }: DrillLine, kpi: string) => cells[kpi]?.value ?? -1;
  return lines
    .filter(({ cells }) => Object.values(cells).some((row) => row.value !== null && row.value !== 0))
    .toSorted(
      (a, b) =>
        Number(NAMELESS.test(a.name)) - Number(NAMELESS.test(b.name)) ||
        size(b, "leads") - size(a, "leads") ||
        size(b, "marketing_cost") - size(a, "marketing_cost"),
    );
}

/** Whether anything at a level has a name. */
export function isKnown(lines: readonly DrillLine[]): boolean {
  return lines.some(({ name }) => !NAMELESS.test(name));
}
