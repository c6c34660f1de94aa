import { join } from "node:path";
import type { Engine } from "../../engine/engine.ts";
import { fileFailure } from "../../engine/file-failure.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { nameCells } from "../../sql/load/cell-names.ts";
import { factRows } from "../../sql/load/fact-rows.ts";
import type { Pseudonyms } from "../../sql/load/personal-cells.ts";
import type { CompiledTable } from "./compiled-table.ts";
import type { DirectMapping } from "./judge-table.ts";
import { BULK, channelsByKey, checkArrived, fileSource, stageRecords } from "./stage-table.ts";

/**
 * Few large pieces, which the engine merges when the file is read: merging while it reads takes a quarter of the time
 * again. Two writers are no faster than one, and hold twice the memory.
 */
const LARGE_PARTS = {
  min_insert_block_size_rows: 327_680,
  min_insert_block_size_bytes: 80 * 1024 * 1024,
  max_insert_threads: 1,
} as const;

export interface DirectLoad {
  readonly loadNo: number;
  readonly compiled: CompiledTable;
  readonly direct: DirectMapping;
  readonly connection: string;
  readonly pseudonyms: Pseudonyms;
  /** Where a temporary file may stand. */
  readonly workDir: string;
}

/** So many rows tell what sources, campaigns … a file is about. */
const SAMPLE_ROWS = 100_000;
/** So many numbers of rows are written into a statement. */
const FEW_ROWS = 10_000;

/**
 * Reads the rows of a large table from the file straight into its fact. Rows that are judged to be no data, or that a
 * person is to be told of, are then stored the usual way, and all others as the file's text. Throws `engine.file`, `load.count`.
 */
export async function loadDirectly(engine: Engine, load: DirectLoad): Promise<void> {
  const { table } = load.compiled.input;
  try {
    await withoutMerges(engine, ["raw_row", load.direct.fact.fact], async () => {
      await mapFromFile(engine, load);
      await storeTexts(engine, load);
    });
  } catch (error) {
    throw fileFailure(error, table.path);
  }
  await checkArrived(engine, load.loadNo, load.compiled);
}

/** However the work ends, the tables are merged again: deleting what it left waits for that, too. */
async function withoutMerges(engine: Engine, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  try {
    for (const name of tables) await engine.command(`SYSTEM STOP MERGES ${name}`);
    await work();
  } finally {
    await Promise.all(tables.map((name) => engine.command(`SYSTEM START MERGES ${name}`)));
  }
}

function linesOf(engine: Engine, { input: { table } }: CompiledTable) {
  const lines = engine.fileLines?.(fileSource(table));
  if (lines === undefined) throw new TypeError("the engine cannot read files");
  return { ...lines, options: { ...BULK, settings: { ...lines.settings, ...LARGE_PARTS } } };
}

async function mapFromFile(engine: Engine, { loadNo, compiled, direct, connection }: DirectLoad): Promise<void> {
  const { table } = compiled.input;
  const { cells, options } = linesOf(engine, compiled);
  const named = nameCells(compiled.columns.cells.file).join(", ");
  const rows = `(SELECT number + ${table.firstLine - 1} AS line, *, ${named} FROM ${cells} WHERE number <= ${table.records})`;
  const sample = `(SELECT * FROM ${rows} LIMIT ${SAMPLE_ROWS})`;
  const mapped = await channelsByKey(engine, direct.fact, sample, options);
  const statement = factRows({
    loadNo,
    system: table.preset.system,
    connection,
    mapped,
    grain: mapped.grain,
    rows,
    judgement: direct.judgement,
  });
  await engine.command(statement, {}, options);
}

async function storeTexts(engine: Engine, load: DirectLoad): Promise<void> {
  const { loadNo, compiled, direct, workDir, pseudonyms } = load;
  const { table } = compiled.input;
  const { texts, options } = linesOf(engine, compiled);
  const all = `(SELECT groupBitmapState(toUInt32(number)) FROM numbers(1, ${table.records}))`;
  const mapped = `(SELECT groupBitmapState(toUInt32(raw_row - ${table.firstLine - 1})) FROM ${direct.fact.fact} WHERE load_no = ${loadNo})`;
  const few = await engine.query<{ number: number }>(
    `SELECT arrayJoin(bitmapToArray(bitmapAndnot(${all}, ${mapped}))) AS number LIMIT ${FEW_ROWS + 1}`,
  );
  const isFew = few.length <= FEW_ROWS;
  const rest = isFew
    ? `(${few.map(({ number }) => number).join(", ")})`
    : `(SELECT arrayJoin(bitmapToArray(bitmapAndnot(${all}, ${mapped}))))`;
  const isRest = few.length > 0;
  await engine.command(
    `INSERT INTO raw_row (load_no, line, section, text, verdict, reason)
     SELECT ${loadNo}, number + ${table.firstLine - 1}, ${textLiteral(table.section ?? "")}, text, 'data', ''
     FROM ${texts} WHERE number <= ${table.records}${isRest ? ` AND number NOT IN ${rest}` : ""}`,
    {},
    options,
  );
  if (!isRest) return;
  const path = join(workDir, "rest.csv");
  const { delimiter } = table;
  await engine.command(
    `INSERT INTO FUNCTION file(${textLiteral(path)}, TSVRaw, 'record String')
     SELECT concat(toString(number), ${textLiteral(delimiter)}, text) FROM ${texts} WHERE number IN ${rest}`,
    {},
    options,
  );
  const columns = table.header.length;
  const moved = table.header.map((_, place) => `rest.c${place + 1} AS c${place}`);
  await stageRecords(
    engine,
    loadNo,
    compiled,
    pseudonyms,
    { path, format: "CSV", delimiter, columns: columns + 1 },
    (source) =>
      `(SELECT toUInt64OrZero(ifNull(rest.c0, '')) AS line, ${moved.join(", ")}, rest.extra AS extra FROM ${source} AS rest)`,
  );
}
