import { Link } from "@tanstack/react-router";
import { useLayoutEffect, useRef, useState } from "react";
import type { AnswerRow, KpiInfo } from "../../api/client.ts";
import { rootScale } from "../../app/root-scale.ts";
import { carried } from "../../app/search.ts";
import { useFormat } from "../../app/use-format.ts";
import { UNCHANGED, verdict } from "../../components/verdict.ts";
import { wrapText } from "../drawing/wrap-text.ts";
import styles from "./kpi-tree.module.css";
import type { TreeLevel } from "./kpi-tree.ts";

const BOX = 76;
const GAP = 46;
const NARROW = 560;

interface Props {
  readonly levels: readonly TreeLevel[];
  readonly kpis: readonly KpiInfo[];
  readonly rows: readonly AnswerRow[];
  /** What the picture says, in a sentence. */
  readonly summary: string;
}

/** The way from visits to revenue as a picture: counts below each other, rates between them, costs beside; each leads to its page. */
export function KpiTree({ levels, kpis, rows, summary }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [{ width, scale }, setSize] = useState({ width: 0, scale: 1 });
  useLayoutEffect(() => {
    const node = box.current;
    if (!node) return;
    const measure = () => {
      const scale = rootScale();
      setSize({ width: Math.floor(node.clientWidth / scale), scale });
    };
    const watch = new ResizeObserver(measure);
    watch.observe(node);
    measure();
    return () => watch.disconnect();
  }, []);
  const height = levels.length * (BOX + GAP) - GAP;
  const narrow = width < NARROW;
  const inner = Math.min(width, 1040);
  const left = { x: 0, width: Math.round(inner * (narrow ? 0.53 : 0.42)) };
  const right = {
    x: Math.round(inner * (narrow ? 0.6 : 0.62)),
    width: inner - Math.round(inner * (narrow ? 0.6 : 0.62)),
  };
  const line = left.x + (narrow ? 24 : left.width / 2);
  const node = { kpis, rows, narrow };
  return (
    <div ref={box} data-chart="kpi-tree" style={{ height: height * scale }}>
      {width > 0 && (
        // biome-ignore lint/a11y/useSemanticElements: a drawing that holds links
        <svg
          width={inner * scale}
          height={height * scale}
          viewBox={`0 0 ${inner} ${height}`}
          role="group"
          aria-label={summary}
        >
          {levels.map(({ count, rate, cost }, i) => {
            const y = i * (BOX + GAP);
            return (
              <g key={count}>
                {i < levels.length - 1 && (
                  <path
                    d={`M${line} ${y + BOX + GAP}V${y + BOX + 7}`}
                    stroke="var(--ghost)"
                    strokeWidth="1.5"
                    fill="none"
                  />
                )}
                {i < levels.length - 1 && <path d={`M${line - 5} ${y + BOX + 9}l5 -8l5 8z`} fill="var(--ghost)" />}
                {cost && (
                  <path
                    d={`M${left.x + left.width} ${y + BOX / 2}H${right.x}`}
                    stroke="var(--line)"
                    strokeWidth="1.5"
                    strokeDasharray="3 3"
                    fill="none"
                  />
                )}
                <Box {...node} id={count} x={left.x} y={y} width={left.width} strong />
                {cost && <Box {...node} id={cost} x={right.x} y={y} width={right.width} />}
                {rate && <Rate {...node} id={rate} x={line + 14} y={y + BOX + GAP / 2 + 5} width={inner - line - 14} />}
              </g>
            );
          })}
        </svg>
      )}
    </div>
  );
}

interface NodeProps {
  readonly id: string;
  readonly kpis: readonly KpiInfo[];
  readonly rows: readonly AnswerRow[];
  readonly narrow: boolean;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly strong?: boolean;
}

const FONT = { fontFamily: "inherit" } as const;

function useNode({ id, kpis, rows }: NodeProps) {
  const format = useFormat();
  const kpi = kpis.find((one) => one.id === id);
  const row = rows.find((one) => one.kpi === id);
  const change = row?.previous?.change ?? null;
  const kind = row && kpi ? verdict(row, kpi.better) : null;
  return {
    name: kpi?.name[format.language] ?? id,
    value: row ? format.value(row.value, row.unit) : "",
    title: row?.value === null ? row.reason?.text : row && format.exact(row.value, row.unit),
    open: row !== undefined && row.state !== "ok",
    change:
      change === null || Math.abs(change) < UNCHANGED ? "" : `${change > 0 ? "▲" : "▼"} ${format.change(change) ?? ""}`,
    colour: kind === "better" ? "var(--good)" : kind === "worse" ? "var(--bad)" : "var(--ink-soft)",
  };
}

function Box(props: NodeProps) {
  const { id, x, y, width, narrow, strong } = props;
  const { name, value, title, open, change, colour } = useNode(props);
  const size = narrow ? 11.5 : 13;
  const big = narrow ? 18 : strong ? 24 : 19;
  // On a wide drawing the name stands left of the value, on a narrow one above it.
  const names = wrapText(name, narrow ? width - 20 : width * 0.52, size);
  return (
    <Link to="/kpis/$kpi" params={{ kpi: id }} search={carried} className={styles.node} data-node={id}>
      <title>{title}</title>
      <rect
        x={x + 0.75}
        y={y + 0.75}
        width={width - 1.5}
        height={BOX - 1.5}
        rx="10"
        fill={strong ? "var(--sea-soft)" : "var(--surface)"}
        stroke={open ? "var(--unsure)" : strong ? "var(--sea-soft)" : "var(--line)"}
        strokeWidth="1.5"
        strokeDasharray={open ? "4 3" : undefined}
      />
      {names.map((text, i) => (
        <text
          key={text}
          x={x + (narrow ? 10 : 16)}
          y={narrow ? y + 17 + i * 14 : y + BOX / 2 + 5 + (i - (names.length - 1) / 2) * 17}
          fontSize={size}
          fill="var(--ink)"
          style={FONT}
        >
          {text}
        </text>
      ))}
      <text
        x={narrow ? x + 10 : x + width - 16}
        y={narrow ? y + 64 : change ? y + BOX / 2 + 2 : y + BOX / 2 + big * 0.36}
        textAnchor={narrow ? "start" : "end"}
        fontSize={big}
        fontWeight="600"
        fill={value === "–" ? "var(--ink-soft)" : "var(--ink)"}
        style={FONT}
      >
        {value}
      </text>
      {change && (strong || !narrow) && (
        <text
          x={x + width - (narrow ? 8 : 16)}
          y={narrow ? y + 64 : y + BOX / 2 + 21}
          textAnchor="end"
          fontSize={narrow ? 10 : 12}
          fill={colour}
          style={FONT}
        >
          {narrow ? change.replace(/[^▲▼\d.,%万亿]/g, "").replace(/([▲▼])/, "$1 ") : change}
        </text>
      )}
    </Link>
  );
}

function Rate(props: NodeProps) {
  const { id, x, y, width, narrow } = props;
  const { name, value, title } = useNode(props);
  const [text = ""] = wrapText(name, width - 70, narrow ? 11.5 : 13, 1);
  return (
    <Link to="/kpis/$kpi" params={{ kpi: id }} search={carried} className={styles.node} data-node={id}>
      <title>{title}</title>
      <rect x={x - 4} y={y - 19} width={width} height="28" fill="transparent" />
      <text x={x} y={y} fontSize={narrow ? 12 : 14} fill="var(--ink)" style={FONT}>
        <tspan fontWeight="600">{value}</tspan>
        <tspan dx="8" fontSize={narrow ? 11.5 : 13} fill="var(--ink-soft)">
          {text}
        </tspan>
      </text>
    </Link>
  );
}
