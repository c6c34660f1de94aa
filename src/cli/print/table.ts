import stringWidth from "string-width";
import { longestWord, wrapText } from "./wrap-text.ts";

export interface Column {
  readonly title: string;
  readonly align?: "left" | "right";
  /** Its cells are broken into lines where the table is wider than the terminal. */
  readonly wrap?: boolean;
  /** Tells what a row is about; stands in each part of a table that is too wide. Without any the first column does. */
  readonly key?: boolean;
}

const GAP = 2;
/** A column that wraps is made no narrower, nor than its longest word. */
const NARROWEST = 16;

/**
 * A plain table: titles, a rule, rows; columns as wide as their content, CJK counted as two. Where that is wider than
 * `width`, columns that wrap give way, the widest first; what is too wide even so stands as several tables, each with the
 * columns that tell its rows.
 */
export function table(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const natural = columns.map((column, i) =>
    Math.max(stringWidth(column.title), ...rows.map((row) => stringWidth(row[i] ?? ""))),
  );
  const least = columns.map(({ title }, i) =>
    Math.max(NARROWEST, longestWord(title), ...rows.map((row) => longestWord(row[i] ?? ""))),
  );
  const widths = fitted(columns, natural, least, width);
  return groupsOf(columns, widths, width)
    .map((group) => one(columns, rows, widths, group))
    .join("\n");
}

/** Columns that stand together, by number: as many as fit, the keys with all of them. */
function groupsOf(
  columns: readonly Column[],
  widths: readonly number[],
  width: number,
): readonly (readonly number[])[] {
  const flagged = columns.flatMap(({ key }, i) => (key ? [i] : []));
  const keys = flagged.length > 0 ? flagged : [0];
  const groups: number[][] = [[...keys]];
  const wide = (group: readonly number[]) => group.reduce((sum, i) => sum + (widths[i] ?? 0) + GAP, -GAP);
  if (wide([...widths.keys()]) <= width) return [[...widths.keys()]];
  for (const i of widths.keys()) {
    if (keys.includes(i)) continue;
    const last = groups.at(-1) ?? [];
    if (last.length > keys.length && wide([...last, i]) > width) groups.push([...keys, i]);
    else last.push(i);
  }
  return groups;
}

function one(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
  group: readonly number[],
): string {
  const line = (cells: readonly string[]) =>
    group
      .map((i) => {
        const cell = cells[i] ?? "";
        const gap = " ".repeat(Math.max(0, (widths[i] ?? 0) - stringWidth(cell)));
        return columns[i]?.align === "right" ? gap + cell : cell + gap;
      })
      .join(" ".repeat(GAP))
      .trimEnd();
  const lines = (cells: readonly string[]): readonly string[] => {
    const broken = columns.map(({ wrap }, i) => (wrap ? wrapText(cells[i] ?? "", widths[i] ?? 0) : [cells[i] ?? ""]));
    const height = Math.max(...group.map((i) => broken[i]?.length ?? 0));
    return Array.from({ length: height }, (_, at) => line(broken.map((each) => each[at] ?? "")));
  };
  const rule = group.map((i) => "─".repeat(widths[i] ?? 0)).join(" ".repeat(GAP));
  return `${[...lines(columns.map((column) => column.title)), rule, ...rows.flatMap(lines)].join("\n")}\n`;
}

function fitted(
  columns: readonly Column[],
  natural: readonly number[],
  least: readonly number[],
  width: number,
): readonly number[] {
  const widths = [...natural];
  let over = widths.reduce((sum, own) => sum + own + GAP, -GAP) - width;
  while (over > 0) {
    const [widest] = columns
      .map(({ wrap }, i) => (wrap ? i : -1))
      .filter((i) => (widths[i] ?? 0) > (least[i] ?? 0))
      .sort((a, b) => (widths[b] ?? 0) - (widths[a] ?? 0));
    if (widest === undefined) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
    over -= 1;
  }
  return widths;
}
