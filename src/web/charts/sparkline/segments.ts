import type { AnswerRow } from "../../../model/answer.ts";

interface Point {
  readonly x: number;
  readonly y: number;
  readonly complete: boolean;
}

export interface Segments {
  readonly solid: readonly string[];
  readonly dashed: readonly string[];
  readonly last: { readonly x: number; readonly y: number } | null;
}

const line = (points: readonly Point[]) =>
  points.map((point, i) => `${i === 0 ? "M" : "L"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join("");

/**
 * Paths of a row of values in a box: a gap where a value is missing, a dashed last stretch into a period that is not over.
 */
export function segments(
  rows: readonly Pick<AnswerRow, "value" | "state">[],
  width: number,
  height: number,
  margin: number,
): Segments {
  const values = rows.flatMap((row) => (row.value === null ? [] : [row.value]));
  const low = Math.min(...values);
  const high = Math.max(...values);
  const step = rows.length > 1 ? (width - 2 * margin) / (rows.length - 1) : 0;
  const points = rows.map((row, i): Point | null =>
    row.value === null
      ? null
      : {
          x: margin + i * step,
          y: high === low ? height / 2 : height - margin - ((row.value - low) / (high - low)) * (height - 2 * margin),
          complete: row.state === "ok",
        },
  );
  const solid: string[] = [];
  const dashed: string[] = [];
  let run: Point[] = [];
  const close = () => {
    if (run.length > 1) solid.push(line(run));
    run = [];
  };
  for (const [i, point] of points.entries()) {
    const before = points[i - 1];
    if (point === null) close();
    else if (point.complete) run.push(point);
    else {
      close();
      if (before) dashed.push(line([before, point]));
    }
    if (point && !point.complete && points[i + 1]?.complete) run = [point];
  }
  close();
  return { solid, dashed, last: points.findLast((point) => point !== null) ?? null };
}
