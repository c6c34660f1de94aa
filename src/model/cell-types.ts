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

/** The row expression by which a column of a fact reads a file's column as it is; null where it takes more than that. */
export function readingOf(kind: ColumnKind, field: string, type: CellType): string | null {
  return READERS[kind]?.(field, type) ?? null;
}

/** Whether cells that look like this can fill a column of this kind. */
export function fitsKind(type: CellType, kind: ColumnKind): boolean {
  return READERS[kind] !== null && FITS[type].includes(kind);
}
