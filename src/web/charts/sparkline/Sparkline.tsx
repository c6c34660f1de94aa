import type { AnswerRow } from "../../api/client.ts";
import { segments } from "./segments.ts";

interface Props {
  readonly rows: readonly AnswerRow[];
  readonly label: string;
}

const WIDTH = 240;
const HEIGHT = 48;

/** A KPI over time without axes: gaps where there is no value, dashed where the period is incomplete. */
export function Sparkline({ rows, label }: Props) {
  const { solid, dashed, last } = segments(rows, WIDTH, HEIGHT, 5);
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      width="100%"
      height="100%"
      preserveAspectRatio="none"
      overflow="visible"
      role="img"
      aria-label={label}
    >
      {solid.map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="var(--sea)"
          strokeWidth="0.11rem"
          vectorEffect="non-scaling-stroke"
          strokeLinejoin="round"
        />
      ))}
      {dashed.map((path) => (
        <path
          key={path}
          d={path}
          fill="none"
          stroke="var(--sea)"
          strokeWidth="0.11rem"
          strokeDasharray="3 3"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {last && (
        <line
          x1={last.x}
          x2={last.x}
          y1={last.y}
          y2={last.y}
          stroke="var(--sea)"
          strokeWidth="0.375rem"
          strokeLinecap="round"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}
