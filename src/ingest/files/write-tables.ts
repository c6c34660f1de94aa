import { closeSync, openSync, writeSync } from "node:fs";
import { isExtraCell, isUnitsRow } from "./cell-kinds.ts";
import { fileErrors } from "./file-errors.ts";
import type { TableSpan } from "./lay-out-tables.ts";
import type { LeftOut } from "./prepared.ts";
import { scanRecords } from "./scan-records.ts";
import { quoteCell, splitCells } from "./split-cells.ts";
import type { TextSource } from "./text-source.ts";

/** A table's rows in a file of their own: no header, a leading column with each row's line in the original. */
export interface WrittenTable {
  readonly span: TableSpan;
  readonly path: string;
  readonly delimiter: string;
  readonly records: number;
  readonly leftOut: readonly LeftOut[];
  readonly sectionRows: boolean;
  readonly totalLabel: boolean;
}

const QUOTE = 34;
/** A layout that names this field gets the label of a total that stands in one cell more than the header has. */
export const TOTAL_FIELD = "total_label";
const FLUSH = 1024 * 1024;
const LEFT_OUT_LIMIT = 1000;

const REPEATED = { en: "The header stands here once more.", zh: "此处重复出现表头。" };
const UNITS = { en: "This row names the units of the columns.", zh: "此行为各列的单位。" };
const GROUP = { en: "This row is the title of the group of rows below it.", zh: "此行是下方一组数据行的标题。" };

interface Target {
  readonly span: TableSpan;
  readonly path: string;
  readonly sectionRows: boolean;
  readonly totalLabel: boolean;
  /** How the header begins. */
  readonly lead: Buffer;
  readonly descriptor: number;
  buffer: Buffer;
  used: number;
  records: number;
  readonly leftOut: LeftOut[];
  readonly groups: string[];
}

/** Copies the data rows of each table out of the text, in one pass. */
export async function writeTables(
  source: TextSource,
  delimiter: string,
  spans: readonly TableSpan[],
  pathOf: (index: number) => string,
  onBytes: (bytes: number) => void,
): Promise<WrittenTable[]> {
  const outDelimiter = delimiter === "\t" ? "," : delimiter;
  const targets: Target[] = [];
  try {
    for (const [index, span] of spans.entries())
      targets.push({
        span,
        path: pathOf(index),
        sectionRows: span.match?.candidate.layout.shape === "section_rows",
        totalLabel: span.match !== null && TOTAL_FIELD in span.match.candidate.layout.columns,
        lead: Buffer.from((span.header[0] ?? "").trim().slice(0, 24)),
        descriptor: openSync(pathOf(index), "w"),
        buffer: Buffer.allocUnsafe(FLUSH + 64 * 1024),
        used: 0,
        records: 0,
        leftOut: [],
        groups: [],
      });
    let current = 0;
    await scanRecords(
      source.path,
      {
        delimiter,
        rowShift: source.rowShift,
        onBytes,
        onUnclosedQuote: (line) => fileErrors.unclosedQuote(source.file, line),
        onTooLong: (line) => fileErrors.recordTooLong(source.file, line, 16),
      },
      (record) => {
        while (current < targets.length && record.number > (targets[current]?.span.to ?? 0)) current += 1;
        const target = targets[current];
        if (!target) return false;
        const { span } = target;
        if (record.number < span.from || record.filled === 0) return true;
        const width = span.header.length;
        const { buffer, start, end, line } = record;
        const raw = () => buffer.toString("utf8", start, end);
        const mended = record.odd || delimiter === "\t" || record.cells === width + 1;
        const split =
          mended || target.sectionRows || record.number === span.from || beginsLike(target.lead, buffer, start, end);
        const cells = split ? splitCells(raw(), delimiter) : null;

        if (record.number === span.from && cells && isUnitsRow(cells)) return leave(target, line, UNITS);
        if (cells && isSameHeader(span.header, cells)) return leave(target, line, REPEATED);
        if (target.sectionRows && cells && record.filled === 1 && record.firstFilled === 0) {
          target.groups.push((cells[0] ?? "").trim());
          return leave(target, line, GROUP);
        }

        const lead = [String(line)];
        if (target.sectionRows) lead.push(quote(target.groups.at(-1) ?? "", outDelimiter));
        const beyond = cells?.length === width + 1 ? (cells[width] ?? "") : null;
        const extra =
          beyond !== null && (target.totalLabel ? isExtraCell(beyond) : beyond.trim() === "") ? beyond : null;
        if (target.totalLabel) lead.push(quote((extra ?? "").trim(), outDelimiter));
        put(target, `${lead.join(outDelimiter)}${outDelimiter}`);
        if (cells && mended) {
          const kept = extra === null ? cells : cells.slice(0, width);
          put(target, kept.map((cell) => quote(cell, outDelimiter)).join(outDelimiter));
        } else putBytes(target, buffer, start, end);
        put(target, "\n");
        target.records += 1;
        if (target.sectionRows && cells) leaveGroup(target.groups, cells);
        return true;
      },
    );
    for (const target of targets) flush(target);
  } finally {
    for (const target of targets) closeSync(target.descriptor);
  }
  return targets.map(({ span, path, records, leftOut, sectionRows, totalLabel }) => ({
    span,
    path,
    delimiter: outDelimiter,
    records,
    leftOut,
    sectionRows,
    totalLabel,
  }));
}

function quote(cell: string, delimiter: string): string {
  return cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : quoteCell(cell);
}

function leave(target: Target, line: number, reason: LeftOut["reason"]): true {
  const last = target.leftOut.at(-1);
  if (target.leftOut.length >= LEFT_OUT_LIMIT && last)
    target.leftOut[target.leftOut.length - 1] = { ...last, rows: last.rows + 1 };
  else target.leftOut.push({ line, rows: 1, reason });
  return true;
}

/** Cheap test on bytes, so that only rows that begin like the header are split into cells. */
function beginsLike(lead: Buffer, buffer: Buffer, start: number, end: number): boolean {
  const at = buffer[start] === QUOTE ? start + 1 : start;
  return lead.length > 0 && at + lead.length <= end && buffer.compare(lead, 0, lead.length, at, at + lead.length) === 0;
}

function isSameHeader(header: readonly string[], cells: readonly string[]): boolean {
  return header.length === cells.length && header.every((title, at) => title.trim() === (cells[at] ?? "").trim());
}

/** `Total for X` ends the group X and whatever was opened inside it. */
function leaveGroup(groups: string[], cells: readonly string[]): void {
  const title = /^(?:total(?: for)?|gesamt(?:summe)?(?: für)?|合计[:：]?)\s+(.+?)(?: with sub-?accounts)?$/i.exec(
    (cells[0] ?? "").trim(),
  )?.[1];
  const at = title === undefined ? -1 : groups.lastIndexOf(title);
  if (at >= 0) groups.length = at;
}

function put(target: Target, text: string): void {
  const bytes = Buffer.byteLength(text);
  if (target.used + bytes > target.buffer.length) flush(target);
  if (bytes > target.buffer.length) writeSync(target.descriptor, text);
  else target.used += target.buffer.write(text, target.used, "utf8");
}

function putBytes(target: Target, from: Buffer, start: number, end: number): void {
  const bytes = end - start;
  if (target.used + bytes > target.buffer.length) flush(target);
  if (bytes > target.buffer.length) writeAll(target.descriptor, from.subarray(start, end));
  else {
    from.copy(target.buffer, target.used, start, end);
    target.used += bytes;
  }
}

function flush(target: Target): void {
  writeAll(target.descriptor, target.buffer.subarray(0, target.used));
  target.used = 0;
}

function writeAll(descriptor: number, bytes: Buffer): void {
  let at = 0;
  while (at < bytes.length) at += writeSync(descriptor, bytes, at);
}
