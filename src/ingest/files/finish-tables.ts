import type { Notation } from "./decide-notation.ts";
import { fileErrors } from "./file-errors.ts";
import { fitLayout } from "./fit-layout.ts";
import type { TableSpan } from "./lay-out-tables.ts";
import type { FileNotice, PreparedTable, Surroundings, UnreadSection } from "./prepared.ts";
import { readContext } from "./read-context.ts";
import type { Structure } from "./read-structure.ts";
import { readSurroundings } from "./read-surroundings.ts";
import type { TextSource } from "./text-source.ts";
import { TOTAL_FIELD, type WrittenTable } from "./write-tables.ts";

interface Parts {
  readonly source: TextSource;
  readonly structure: Structure;
  readonly notation: Notation;
  /** null: the engine reads the text as it stands. */
  readonly written: readonly WrittenTable[] | null;
}

export interface Finished {
  readonly tables: readonly PreparedTable[];
  readonly unread: readonly UnreadSection[];
  readonly notices: readonly FileNotice[];
}

/** Puts together what the engine and the loader need to know of each table. */
export function finishTables({ source, structure, notation, written }: Parts): Finished {
  const known = structure.tables.filter((table) => table.match !== null);
  const tables = known.map((span, index) => {
    const copy = written?.[index];
    return finish(source, structure, notation, span, copy ?? null);
  });
  const unread = structure.tables.filter((table) => table.match === null).map(unreadOf);
  return { tables, unread, notices: [...unread.map(unreadNotice), ...tables.flatMap(noRows)] };
}

function finish(
  source: TextSource,
  structure: Structure,
  notation: Notation,
  span: TableSpan,
  copy: WrittenTable | null,
): PreparedTable {
  const { match } = span;
  if (!match) throw new Error("a table without layout has nothing to finish");
  if (match.duplicate) {
    const { title, first, second } = match.duplicate;
    throw fileErrors.duplicateColumn(title, first, second, { file: source.file, line: span.headerLine });
  }
  const lead = copy ? leadOf(copy) : [];
  const { layout, fields, captured } = fitLayout(
    match,
    lead.flatMap(({ field }) => field ?? []),
  );
  return {
    preset: match.candidate.preset,
    layout,
    section: span.title,
    header: [...lead.map(({ title }) => title), ...span.header.map((title) => title.trim())],
    fields: [...lead.map(({ field }) => field), ...fields],
    captured: { ...captured, ...readContext(layout, structure.head, span.headerNumber) },
    headerLine: span.headerLine,
    path: copy?.path ?? source.path,
    format: "CSV",
    delimiter: copy?.delimiter ?? structure.delimiter,
    skipLines: copy ? 0 : span.headerNumber,
    lineLimit: copy || !structure.hasTail ? null : span.to - span.from + 1,
    firstLine: span.firstLine,
    lineColumn: copy ? 0 : null,
    records: copy?.records ?? Math.max(0, span.to - span.from + 1),
    leftOut: copy?.leftOut ?? [],
    surroundings: surroundingsOf(structure, span, notation),
    dateOrder: notation.dateOrder,
    decimal: notation.decimal,
  };
}

function leadOf(copy: WrittenTable): { readonly title: string; readonly field: string | null }[] {
  return [
    { title: "(line)", field: null },
    ...(copy.sectionRows ? [{ title: "(section row)", field: "section_row" }] : []),
    ...(copy.totalLabel ? [{ title: "(total label)", field: TOTAL_FIELD }] : []),
  ];
}

function surroundingsOf(structure: Structure, span: TableSpan, { dateOrder }: Notation): Surroundings {
  const layoutOrder = span.match?.candidate.layout.dates;
  const order = [dateOrder, layoutOrder].find((each) => each === "dmy" || each === "mdy") ?? null;
  const { otherPeriod, ...read } = readSurroundings(structure.preamble, structure.footer, span.header, order);
  // A period that can be read two ways is decided by the dates in the rows, else it is not known.
  if (otherPeriod === null) return read;
  const days = isoDays(structure, span);
  const fits = [read.period, otherPeriod].filter(
    (period) => period !== null && days.length > 0 && days.every((day) => day >= period.from && day <= period.to),
  );
  return { ...read, period: fits.length === 1 ? (fits[0] ?? null) : reportTime(structure) ? read.period : null };
}

/** Microsoft writes `Report Time:` month first in every language. */
function reportTime(structure: Structure): boolean {
  return structure.preamble.some((line) => /^report time:/i.test(line));
}

function isoDays({ samples }: Structure, span: TableSpan): string[] {
  return samples
    .filter(({ number }) => number >= span.from && number <= span.to)
    .flatMap(({ cells }) => cells.map((cell) => /^\d{4}-\d{2}-\d{2}/.exec(cell.trim())?.[0] ?? ""))
    .filter((day) => day !== "");
}

function unreadOf(span: TableSpan): UnreadSection {
  return {
    title: span.title,
    header: span.header,
    headerLine: span.headerLine,
    rows: Math.max(0, span.to - span.from + 1),
  };
}

function unreadNotice({ title, header, headerLine }: UnreadSection): FileNotice {
  const name = title ?? header.slice(0, 2).join(", ");
  return {
    code: "file.unread_section",
    line: headerLine,
    text: {
      en: `The table "${name}" in line ${headerLine} is not read.`,
      zh: `第 ${headerLine} 行的表“${name}”未读取。`,
    },
  };
}

function noRows(table: PreparedTable): FileNotice[] {
  return table.records > 0
    ? []
    : [
        {
          code: "file.no_rows",
          line: table.headerLine,
          text: { en: "The table has a header and no rows.", zh: "该表只有表头，没有数据行。" },
        },
      ];
}
