import { CHINESE_UNIT, LATIN_UNIT } from "../../model/number-units.ts";

export interface NumberEvidence {
  /** A cell that can only be read with a decimal point, and how many there are. */
  point: string | null;
  comma: string | null;
  points: number;
  commas: number;
  /** Cells that can be read both ways (`1,234`, `6.111`). */
  open: string[];
  /** The first cell with a unit: `1.2万`. */
  short: string | null;
}

const UNIT = new RegExp(String.raw`(?<=\d)(?:(${CHINESE_UNIT})|${LATIN_UNIT})(?=$|元|円|[A-Z]{3}$)`, "u");
const DRESS = /[\s\u00A0\u202F'’_]|[$€£¥￥₹₩]|\p{Sc}|(?<![\p{L}])[A-Z]{3}(?![\p{L}])|[%％+()<>≈~元円-]/gu;

/** Sorts a cell that holds a number into evidence for decimal point or comma; `whole` says it is a count. */
export function weighNumber(cell: string, whole: boolean, into: NumberEvidence): void {
  const plain = cell.normalize("NFKC").replace(DRESS, "");
  const [unit, chinese] = UNIT.exec(plain) ?? [""];
  const bare = plain.replace(UNIT, "");
  if (!/^[\d.,]*\d[\d.,]*$/.test(bare)) return;
  if (unit !== "") into.short ??= cell.trim();
  // In front of a unit a count has decimals; in Chinese the mark for them is always the point.
  const open = notationOf(bare, whole && unit === "");
  const verdict = open === "open" && chinese !== undefined ? "point" : open;
  if (verdict === "point") {
    into.point ??= cell.trim();
    into.points += 1;
  } else if (verdict === "comma") {
    into.comma ??= cell.trim();
    into.commas += 1;
  } else if (verdict === "open" && into.open.length < 3) into.open.push(cell.trim());
}

export function noEvidence(): NumberEvidence {
  return { point: null, comma: null, points: 0, commas: 0, open: [], short: null };
}

function notationOf(bare: string, whole: boolean): "point" | "comma" | "open" | "none" {
  const dot = bare.lastIndexOf(".");
  const comma = bare.lastIndexOf(",");
  if (dot < 0 && comma < 0) return "none";
  if (dot >= 0 && comma >= 0) return dot > comma ? "point" : "comma";
  const mark = dot >= 0 ? "." : ",";
  const asDecimal = mark === "." ? "point" : "comma";
  const asThousands = mark === "." ? "comma" : "point";
  const parts = bare.split(mark);
  if (parts.length > 2) return parts.slice(1).every((part) => part.length === 3) ? asThousands : "none";
  const [before = "", after = ""] = parts;
  const grouped = after.length === 3 && before.length >= 1 && before.length <= 3 && !before.startsWith("0");
  if (!grouped) return asDecimal;
  return whole ? asThousands : "open";
}

/**
 * Point or comma for the whole file: from cells that can be read one way only, else from `hint`. Null: it stays open.
 * A few stray cells of the other kind (under one in twenty) do not decide; they will be quarantined.
 */
export function decideNumbers(
  evidence: NumberEvidence,
  hint: "point" | "comma" | null,
): "point" | "comma" | "mixed" | null {
  const { points, commas } = evidence;
  if (points > 0 && commas > 0) {
    if (commas * 20 < points) return "point";
    if (points * 20 < commas) return "comma";
    return "mixed";
  }
  if (points > 0) return "point";
  if (commas > 0) return "comma";
  return hint ?? (evidence.open.length === 0 ? "point" : null);
}
