import type { ColumnKind } from "./columns.ts";

/** What a column of a file seems to hold. */
export const CELL_TYPES = ["date", "number", "money", "percent", "email", "id", "text"] as const;
export type CellType = (typeof CELL_TYPES)[number];

type Reader = (field: string, type: CellType) => string;

const READERS: Readonly<Record<ColumnKind, Reader | null>> = {
  id: (field, type) => (type === "email" ? `email([${field}])` : `text([${field}])`),
  text: (field) => `text([${field}])`,
  dim: (field) => `text([${field}])`,
  date: (field) => `date([${field}])`,
  "date?": (field) => `date([${field}])`,
  "time?": (field) => `datetime([${field}])`,
  int: (field) => `integer([${field}])`,
  decimal: (field, type) => (type === "percent" ? `percent([${field}])` : `number([${field}])`),
  rate: (field) => `number([${field}])`,
  money: (field) => `money([${field}])`,
  flag: (field) => `flag([${field}])`,
  ids: null,
  attributes: null,
};

/** Which cells can fill which columns of a fact at all. */
const FITS: Readonly<Record<CellType, readonly ColumnKind[]>> = {
  date: ["date", "date?", "time?", "text"],
  number: ["int", "decimal", "rate", "money", "id", "dim", "text", "flag"],
  money: ["money", "decimal", "rate"],
  percent: ["decimal"],
  email: ["id"],
  id: ["id", "dim", "text"],
  text: ["dim", "text", "id", "flag"],
};

/** Kinds whose figures a title may give in thousands; the figure is brought to its size before it is rounded to its kind. */
const SIZED: Partial<Record<ColumnKind, (figure: string) => string>> = {
  money: (figure) => `money(${figure})`,
  int: (figure) => `integer(${figure})`,
  decimal: (figure) => figure,
  rate: (figure) => figure,
};

/**
 * The row expression by which a column of a fact reads a file's column, each figure multiplied by `factor`; null where it
 * takes more than that.
 */
export function readingOf(kind: ColumnKind, field: string, type: CellType, factor = 1): string | null {
  const sized = factor === 1 || type === "percent" ? undefined : SIZED[kind];
  if (sized) return sized(`number([${field}]) ${factor > 1 ? `* ${factor}` : `/ ${Math.round(1 / factor)}`}`);
  return READERS[kind]?.(field, type) ?? null;
}

const READING =
  /^(?:text|number|integer|percent|money|date|datetime|flag|email)\(\[([a-z][a-z0-9_]*)\]\)(?: ([*/]) ([1-9]\d*))?$/;
const SIZED_READING = /^(?:money|integer)\(number\(\[([a-z][a-z0-9_]*)\]\) ([*/]) ([1-9]\d*)\)$/;

/** The column of the file that a row expression reads, and what it multiplies each cell by; null for any other expression. */
export function columnRead(expression: string): { readonly field: string; readonly factor: number } | null {
  const [, field, sign, size = "1"] = READING.exec(expression) ?? SIZED_READING.exec(expression) ?? [];
  return field === undefined ? null : { field, factor: sign === "/" ? 1 / Number(size) : Number(size) };
}

/** Whether cells that look like this can fill a column of this kind. */
export function fitsKind(type: CellType, kind: ColumnKind): boolean {
  return READERS[kind] !== null && FITS[type].includes(kind);
}
