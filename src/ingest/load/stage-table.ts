import type { Engine, FileSource } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { textList, textLiteral } from "../../sql/channel/text-literal.ts";
import { nameCells } from "../../sql/load/cell-names.ts";
import { factRows } from "../../sql/load/fact-rows.ts";
import { hashedEmail, hashedText, type Pseudonyms } from "../../sql/load/personal-cells.ts";
import { personalRows } from "../../sql/load/personal-rows.ts";
import { reasonText, stageRows } from "../../sql/load/stage-rows.ts";
import type { PreparedTable } from "../files/prepared.ts";
import { type CompiledTable, rowsOf, storedRows } from "./compiled-table.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";
import { reasonSentence } from "./reason-text.ts";

/** Blocks large enough to pack well and small enough to keep the peak of memory low. */
const BULK = {
  timeoutSeconds: 24 * 3600,
  settings: {
    min_insert_block_size_rows: 262_144,
    min_insert_block_size_bytes: 64 * 1024 * 1024,
    max_insert_threads: 2,
  },
} as const;

/** Stores every record of a table, judged, with personal cells hashed. Throws `load.count` when some did not arrive. */
export async function stageTable(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  pseudonyms: Pseudonyms,
): Promise<void> {
  const { table } = compiled.input;
  if (table.records === 0) return;
  const staged = {
    loadNo,
    section: table.section ?? "",
    line: compiled.line,
    cells: storedCells(compiled, pseudonyms),
    named: nameCells(compiled.columns.cells.file),
    judgement: compiled.judgement,
    records: table.lineLimit,
  };
  await engine.insertFromFile(fileSource(table), (source) => stageRows(staged, source), BULK);
  const [row] = await engine.query<{ n: string }>(
    `SELECT count() AS n FROM raw_row WHERE load_no = ${loadNo} AND line BETWEEN ${compiled.lines[0]} AND ${compiled.lines[1]}`,
  );
  const arrived = Number(row?.n ?? 0);
  if (arrived === table.records) return;
  throw new LeadlineError(
    "load.count",
    `${compiled.input.file} has ${table.records} rows, and ${arrived} of them arrived.`,
    "Perhaps the file changed while it was read; load it again.",
    { file: compiled.input.file },
  );
}

/** Where layouts carry personal data, columns that they do not know are not kept: they may be personal, too. */
function storedCells({ input: { table }, columns }: CompiledTable, pseudonyms: Pseudonyms): string[] {
  const cell = (position: number): string => `ifNull(c${position}, '')`;
  const emails = personalPlaces(table, columns.personal, "email").map(cell);
  const mend: readonly string[] = Object.values(MEND_COLUMNS);
  return columns.stored.map((position) => {
    const field = table.fields[position] ?? null;
    const kind = field === null ? undefined : columns.personal.get(field);
    if (kind === "email") return hashedEmail(cell(position), pseudonyms);
    if (kind !== undefined) return hashedText(cell(position), emails, pseudonyms);
    const unknown = field === null && columns.personal.size > 0 && !mend.includes(table.header[position] ?? "");
    return unknown ? "''" : cell(position);
  });
}

function personalPlaces(
  table: PreparedTable,
  personal: CompiledTable["columns"]["personal"],
  kind: string,
): readonly number[] {
  return table.fields.flatMap((field, position) => (field !== null && personal.get(field) === kind ? [position] : []));
}

/** Rejected rows with their reasons, for people. */
export async function quarantineRows(
  engine: Engine,
  loadNo: number,
  { input: { table }, judgement, lines }: CompiledTable,
  language: "en" | "zh",
): Promise<void> {
  const reasons = judgement.reasons.filter(({ verdict }) => verdict === "quarantined");
  const texts = textList(reasons.map(reasonText));
  const told = (values: readonly string[]): string => `transform(toString(reason), ${texts}, ${textList(values)}, '')`;
  await engine.command(
    `INSERT INTO quarantine (load_no, line, column, code, reason, cells)
     SELECT load_no, line, ${told(reasons.map(({ code, place }) => (code === "reject" ? "" : place)))},
       ${told(reasons.map(({ code }) => code))},
       ${told(reasons.map((reason) => reasonSentence(reason, table.layout, language)))}, cells
     FROM raw_row WHERE ${rowsOf(lines, loadNo, "quarantined")}`,
    {},
    BULK,
  );
}

/** Maps the stored data rows of a table into its facts. */
export async function mapTable(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  connection: string,
  onFact: (share: number) => void,
): Promise<void> {
  const { facts, input } = compiled;
  const rows = storedRows(compiled, loadNo, "data");
  for (const [index, mapped] of facts.entries()) {
    const system = input.table.preset.system;
    await engine.command(factRows({ loadNo, system, connection, mapped, grain: mapped.grain, rows }), {}, BULK);
    onFact((index + 1) / facts.length);
  }
}

/** Keeps addresses, names and phone numbers of the loaded rows where they can be erased. */
export async function keepPersonalData(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  connection: string,
  pseudonyms: Pseudonyms,
): Promise<void> {
  const { columns, facts, line } = compiled;
  const { table } = compiled.input;
  const cells = (kind: string): string[] =>
    personalPlaces(table, columns.personal, kind).map((position) => `ifNull(c${position}, '')`);
  const emails = cells("email");
  if (emails.length === 0 || table.records === 0) return;
  const id = facts.find((mapped) => mapped.fact === "person")?.sources.get("external_id")?.value;
  const record = `${table.preset.system}/${connection}/`;
  const input = {
    loadNo,
    rows: storedRows(compiled, loadNo, "data"),
    line,
    records: table.lineLimit,
    emails,
    names: cells("name"),
    phones: cells("phone"),
    pseudonyms,
    person: id === undefined ? "''" : `if(${id} = '', '', concat(${textLiteral(record)}, ${id}))`,
  };
  await engine.insertFromFile(fileSource(table), (source) => personalRows(input, source), BULK);
}

function fileSource({ path, delimiter, skipLines, header }: PreparedTable): FileSource {
  return { path, format: "CSV", delimiter, skipLines, columns: header.length };
}
