import type { Engine, FileSource, RunOptions } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { textList, textLiteral } from "../../sql/channel/text-literal.ts";
import { nameCells } from "../../sql/load/cell-names.ts";
import { factRows } from "../../sql/load/fact-rows.ts";
import { hashedEmail, hashedText, type Pseudonyms } from "../../sql/load/personal-cells.ts";
import { personalRows } from "../../sql/load/personal-rows.ts";
import type { Judgement } from "../../sql/load/row-verdict.ts";
import { reasonText, rejudgeRows, stageRows } from "../../sql/load/stage-rows.ts";
import type { PreparedTable } from "../files/prepared.ts";
import type { CompiledFact } from "./compile-table.ts";
import { type CompiledTable, rowsOf, storedRows } from "./compiled-table.ts";
import { deleteRows } from "./delete-rows.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";
import { reasonSentence } from "./reason-text.ts";

/**
 * Blocks large enough to pack well and small enough to keep the peak of memory low: with two threads, five million rows
 * of a report take 1.2 GB instead of 1.0 and a twentieth less time.
 */
export const BULK = {
  timeoutSeconds: 24 * 3600,
  settings: {
    min_insert_block_size_rows: 262_144,
    min_insert_block_size_bytes: 64 * 1024 * 1024,
    max_insert_threads: 1,
  },
} as const;

const SMALL = 50_000;

/** Of a small table, reading the statement takes longer than its rows: a step of the planner is left out. */
const bulkOf = ({ records }: PreparedTable) =>
  records > SMALL ? BULK : { ...BULK, settings: { ...BULK.settings, query_plan_merge_expressions: 0 } };

/** Stores every record of a table, judged, with personal cells hashed. Throws `load.count` when some did not arrive. */
export async function stageTable(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  pseudonyms: Pseudonyms,
): Promise<void> {
  const { table } = compiled.input;
  if (table.records === 0) return;
  await stageRecords(engine, loadNo, compiled, pseudonyms, fileSource(table));
  await checkArrived(engine, loadNo, compiled);
}

/** Stores the records of a file that holds some of a table's, judged. `within`: the source's rows as those of the table. */
export async function stageRecords(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  pseudonyms: Pseudonyms,
  file: FileSource,
  within: (source: string) => string = (source) => source,
): Promise<void> {
  const { table } = compiled.input;
  const staged = {
    loadNo,
    section: table.section ?? "",
    line: compiled.line,
    cells: storedCells(compiled, pseudonyms),
    named: nameCells(compiled.columns.cells.file),
    judgement: compiled.judgement.early,
    records: table.lineLimit,
  };
  await engine.insertFromFile(file, (source) => stageRows(staged, within(source)), bulkOf(table));
}

/** Throws `load.count` unless every record of a table is stored. */
export async function checkArrived(engine: Engine, loadNo: number, compiled: CompiledTable): Promise<void> {
  const { table } = compiled.input;
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
  { input: { table }, reasons: known, lines }: CompiledTable,
  language: "en" | "zh",
): Promise<void> {
  const reasons = known.filter(({ verdict }) => verdict === "quarantined");
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

/** Maps the stored data rows of a table into its facts; what went straight into its fact is not among them. */
export async function mapTable(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  connection: string,
  onFact: (share: number) => void,
): Promise<void> {
  const { facts, input, judgement } = compiled;
  const rows = storedRows(compiled, loadNo, "data");
  if (judgement.direct !== null && (await engine.query(`SELECT line FROM ${rows} LIMIT 1`)).length === 0) return;
  for (const [index, fact] of facts.entries()) {
    const { system } = input.table.preset;
    const mapped = await withKnownChannels(engine, fact, rows, input.table.records);
    const statement = factRows({
      loadNo,
      system,
      connection,
      mapped,
      grain: fact.grain,
      rows,
      judgement: judgement.late,
    });
    await engine.command(statement, {}, bulkOf(input.table));
    onFact((index + 1) / facts.length);
  }
  if (judgement.late !== null) await rejudge(engine, loadNo, compiled, judgement.late);
}

/** Where mapping left rows out, they get their verdict now. */
async function rejudge(engine: Engine, loadNo: number, compiled: CompiledTable, late: Judgement): Promise<void> {
  const { facts, lines } = compiled;
  const fact = facts[0]?.fact;
  const oncePer = facts[0]?.oncePer ?? null;
  const data = rowsOf(lines, loadNo, "data");
  const [row] = await engine.query<{ all: string; mapped: string }>(
    `SELECT (SELECT count() FROM raw_row WHERE ${data}) AS all,
       (SELECT count() FROM ${fact} WHERE load_no = ${loadNo} AND raw_row BETWEEN ${lines[0]} AND ${lines[1]}) AS mapped`,
  );
  if (oncePer === null && row?.all === row?.mapped) return;
  const rows = storedRows(compiled, loadNo, "data");
  await engine.command(rejudgeRows({ loadNo, judgement: late, rows }), {}, BULK);
  const judged = `SELECT line FROM raw_row WHERE load_no = ${loadNo} AND verdict != 'data'`;
  await deleteRows(engine, "raw_row", `${data} AND line IN (${judged})`);
}

/** The cells that some expressions read, by the names of `src/sql/load/cell-names.ts`. */
function cellsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => text.match(/\b[rh]\d+t?\b/g) ?? []))];
}

/** More pairs of source, campaign … than this are classified row by row. */
const MANY_CHANNELS = 20_000;
const SEPARATOR = "'\\x1F'";

/** Classifying is dear and rows repeat their source, medium and campaign: of large tables each is classified once. */
async function withKnownChannels(
  engine: Engine,
  mapped: CompiledFact,
  rows: string,
  records: number,
): Promise<CompiledFact> {
  return records < 200_000 ? mapped : channelsByKey(engine, mapped, rows, { timeoutSeconds: 3600 });
}

/** Classifies once what the rows hold; what others hold is classified row by row. */
export async function channelsByKey(
  engine: Engine,
  mapped: CompiledFact,
  rows: string,
  options: RunOptions,
): Promise<CompiledFact> {
  const { channel } = mapped;
  if (channel === null) return mapped;
  const inputs = channel.inputs.filter((text) => !/^'[^'\\]*'$/.test(text));
  if (inputs.length === 0 || cellsIn(inputs).length === 0) return mapped;
  const key = inputs.length === 1 ? `${inputs[0]}` : `concat(${inputs.join(`, ${SEPARATOR}, `)})`;
  const found = await engine.query<{ key: string; channel: string }>(
    `SELECT DISTINCT ${key} AS key, ${channel.value} AS channel
     FROM (SELECT DISTINCT ${cellsIn(inputs).join(", ")} FROM ${rows}) LIMIT ${MANY_CHANNELS + 1}`,
    {},
    options,
  );
  if (found.length > MANY_CHANNELS) return mapped;
  const keys = textList(found.map((row) => row.key));
  const known = `transform(${key}, ${keys}, ${textList(found.map((row) => row.channel))}, '')`;
  const value = `if(${known} != '', ${known}, ${channel.value})`;
  return {
    ...mapped,
    columns: mapped.columns.map((column) => (column.name === "channel" ? { ...column, value } : column)),
  };
}

interface PersonalLoad {
  readonly loadNo: number;
  readonly connection: string;
  readonly pseudonyms: Pseudonyms;
  /** Whether addresses are hidden in the file, and known from an earlier load. */
  readonly landed: boolean;
}

/** Keeps addresses, names and phone numbers of the loaded rows where they can be erased. */
export async function keepPersonalData(
  engine: Engine,
  { loadNo, connection, pseudonyms, landed }: PersonalLoad,
  compiled: CompiledTable,
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
    known: landed,
    person: id === undefined ? "''" : `if(${id} = '', '', concat(${textLiteral(record)}, ${id}))`,
  };
  await engine.insertFromFile(fileSource(table), (source) => personalRows(input, source), bulkOf(table));
}

export function fileSource({ path, delimiter, skipLines, header }: PreparedTable): FileSource {
  return { path, format: "CSV", delimiter, skipLines, columns: header.length };
}
