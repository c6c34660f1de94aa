import { CHINESE_UNIT, LATIN_UNIT } from "../../model/number-units.ts";

const NUMERIC = new RegExp(
  String.raw`^[\s(+<>~-]*(?:\p{Sc}|[A-Z]{3})?\s*[-(]?\d[\d.,'\s\u00A0\u202F]*(?:${CHINESE_UNIT}|${LATIN_UNIT})?\s?(?:%|％|\p{Sc}|[A-Z]{3}|元|円)?\)?$`,
  "u",
);
/** An address of a machine has one number more. */
const DATED = /^\d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}(?!\d*\.\d)/;
const UNIT =
  /^[([（]?(?:[A-Z]{3}|[$€£¥￥%％#]|n|no\.?|count|units?|days?|hours?|h|min(?:ute)?s?|sec(?:ond)?s?|s|ms|text|date|yyyy-mm-dd|元|次|个|人|天|秒|分|分钟|小时|万元)[)\]）]?$/iu;

export function isNumeric(cell: string): boolean {
  return NUMERIC.test(cell.trim());
}

export function isDated(cell: string): boolean {
  return DATED.test(cell.trim());
}

/** Empty, or one of the signs by which exports say that there is no value. */
export function isNullToken(cell: string): boolean {
  return /^(?:|[-–—]+|n\/?a|null)$/i.test(cell.trim());
}

/** A row under the header that names units and holds no data: `(USD)`, `%`, `次`. */
export function isUnitsRow(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== "");
  return filled.length > 0 && filled.every((cell) => UNIT.test(cell.trim()));
}

/** Lines that systems put below a table. */
export const FOOTER =
  /^\W*(?:©|\(c\)\s|copyright\b|\d{4} microsoft corporation|confidential\b|grand totals? \(\d|report (?:generated|created|run)|generated (?:by|on)\b|exported (?:by|on)\b|(?:data|source)\s*:|数据来源|制表|注[:：]|(?:mon|tues|wednes|thurs|fri|satur|sun)day,)/i;

/** The label of a total that stands in one cell more than the header has. */
const TOTAL_LABEL = /^(?:grand total|totals?|gesamt(?:summe)?|总计|合计|汇总)$/i;

/** A cell beyond the header's last that says nothing, or that labels a total. */
export function isExtraCell(cell: string): boolean {
  return cell.trim() === "" || TOTAL_LABEL.test(cell.trim());
}
