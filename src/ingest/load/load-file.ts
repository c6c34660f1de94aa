import { createHash } from "node:crypto";
import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Engine } from "../../engine/engine.ts";
import { LeadlineError } from "../../language/leadline-error.ts";
import { CHANNEL_RULES_VERSION } from "../../model/channels.ts";
import type { LoadRecord } from "../../model/inventory.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import type { Pseudonyms } from "../../sql/load/personal-cells.ts";
import { reasonText } from "../../sql/load/stage-rows.ts";
import { prepareFile } from "../files/prepare-file.ts";
import type { PreparedFile } from "../files/prepared.ts";
import { readLedger } from "../ledger/read-inventory.ts";
import { type LedgerState, replayLedger } from "../ledger/replay-ledger.ts";
import type { Scope } from "../ledger/scope-of.ts";
import { resumeForgetting } from "../personal/forget-person.ts";
import { readForgotten } from "../personal/forgotten-people.ts";
import { workspaceKey } from "../personal/workspace-key.ts";
import type { LoadedPresets } from "../presets/load-presets.ts";
import { readPreset } from "../presets/load-presets.ts";
import { checkTotals } from "./check-totals.ts";
import { cleanUncommitted } from "./clean-uncommitted.ts";
import { commitEvent, type Site } from "./commit-event.ts";
import { type CompiledTable, compiledTables, rowsOf, storedRows } from "./compiled-table.ts";
import type { LoadMeta, TotalCheck } from "./load-meta.ts";
import type { LoadOutcome } from "./load-outcome.ts";
import { loadParts } from "./load-parts.ts";
import { loadSettings } from "./load-settings.ts";
import { dropLookupTables, lookupFolders, readLookups } from "./lookup-table.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { type Progress, progressReporter } from "./progress.ts";
import { reasonSentence } from "./reason-text.ts";
import { keepPersonalData, mapTable, quarantineRows, stageTable } from "./stage-table.ts";

export interface LoadSite extends Site {
  /** The workspace's own data: key, list of forgotten people, temporary files. */
  readonly dataDir: string;
  readonly presets: LoadedPresets;
}

export interface LoadOptions {
  /** A preset's id, or the path of a preset file (`.yaml`). */
  readonly preset?: string;
  /** Which account of the system the file comes from; default: the system's name. */
  readonly connection?: string;
  /** `--set key=value`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Does everything except the commit. */
  readonly dryRun?: boolean;
  /** One of several files: the caller has the derived tables built once, by `refreshDerived`, after the last. */
  readonly deferBuild?: boolean;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Loads one file, whole or not at all. Files are loaded one after another, however many are asked for at once. Throws a
 * LeadlineError that says what is wrong with the file; then nothing has changed.
 */
export function loadFile(site: LoadSite, path: string, options: LoadOptions = {}): Promise<LoadOutcome> {
  return oneAtATime(site.engine, async () => {
    const { engine, dataDir } = site;
    await resumeForgetting(site);
    await cleanUncommitted(engine);
    const workDir = join(dataDir, "tmp");
    await rm(workDir, { recursive: true, force: true });
    await mkdir(workDir, { recursive: true, mode: 0o700 });
    try {
      return await loadPrepared(site, resolve(path), workDir, options);
    } finally {
      await rm(workDir, { recursive: true, force: true });
    }
  });
}

async function loadPrepared(site: LoadSite, path: string, workDir: string, options: LoadOptions): Promise<LoadOutcome> {
  const report = progressReporter(options.onProgress);
  report("read");
  const given = options.settings ?? {};
  const { presets, presetId, folders } = choosePresets(site.presets, options.preset);
  const prepared = await prepareFile(path, presets, {
    ...(presetId !== undefined && { presetId }),
    settings: given,
    workDir,
    onProgress: (share) => report("read", share),
    ...(site.engine.kind === "embedded" && { convertParquet: (from, to) => parquetToCsv(site.engine, from, to) }),
  });
  try {
    const load = await planLoad(site, path, prepared, folders, options);
    if (load.known !== null) return knownOutcome(load, load.known);
    try {
      return await carryOut(site, load, options, report);
    } catch (error) {
      await cleanUncommitted(site.engine);
      throw error;
    } finally {
      await dropLookupTables(site.engine);
    }
  } finally {
    await prepared.dispose();
  }
}

/** All that is decided before the first row is stored. */
interface PlannedLoad {
  readonly loadNo: number;
  readonly prepared: PreparedFile;
  readonly tables: readonly CompiledTable[];
  readonly settings: Readonly<Record<string, string>>;
  readonly system: string;
  readonly preset: string;
  /** Given by the person. */
  readonly connection: string | undefined;
  readonly mapping: string;
  readonly state: LedgerState;
  readonly loads: readonly LoadRecord[];
  readonly metas: ReadonlyMap<number, LoadMeta>;
  /** The same file, mapped the same way, that counts already. */
  readonly known: LoadRecord | null;
}

async function planLoad(
  site: LoadSite,
  path: string,
  prepared: PreparedFile,
  folders: ReadonlyMap<string, string>,
  options: LoadOptions,
): Promise<PlannedLoad> {
  const { engine, settings: workspace } = site;
  const [first] = prepared.tables;
  if (first === undefined || prepared.tables.every(({ records }) => records === 0))
    throw noRows(prepared.file, first?.headerLine);
  const { events, loads } = await readLedger(engine);
  const state = replayLedger(events, loads);
  const stored = await engine.query<{ load_no: number; meta: string }>("SELECT load_no, meta FROM load");
  const metas = new Map(stored.map(({ load_no, meta }) => [load_no, JSON.parse(meta) as LoadMeta]));
  const settings = loadSettings(first.preset, options.settings ?? {}, workspace.language);
  const { system } = first.preset;
  const mapping = hashOf([
    prepared.tables.map(({ preset, layout }) => [preset, layout.id]),
    settings,
    options.connection ?? "",
    channelRules(workspace),
  ]);
  const known = loads.find(
    ({ loadNo, sha256 }) =>
      state.live.includes(loadNo) && sha256 === prepared.sha256 && metas.get(loadNo)?.mapping === mapping,
  );
  const inputs = [];
  if (known === undefined) {
    for (const table of prepared.tables) {
      const lookups = await readLookups(engine, table, lookupFolders(folders.get(table.preset.id), path));
      inputs.push({ table, file: prepared.file, settings, lookups, workspace });
    }
  }
  const mended = loads.flatMap(({ loadNo }) => (state.live.includes(loadNo) ? (metas.get(loadNo)?.mends ?? []) : []));
  return {
    loadNo: Math.max(0, ...loads.map(({ loadNo }) => loadNo)) + 1,
    prepared,
    tables: compiledTables(
      inputs,
      mended.flatMap(({ load, lines }) => lines.map((line) => ({ load, line }))),
    ),
    settings,
    system,
    preset: first.preset.id,
    connection: options.connection,
    mapping,
    state,
    loads,
    metas,
    known: known ?? null,
  };
}

type Report = ReturnType<typeof progressReporter>;

async function carryOut(site: LoadSite, load: PlannedLoad, options: LoadOptions, report: Report): Promise<LoadOutcome> {
  const { engine, settings: workspace, now } = site;
  const { loadNo, tables, prepared, system } = load;
  const startedAt = now();
  const pseudonyms = readPseudonyms(site.dataDir);
  for (const [index, table] of tables.entries()) {
    report("store", index / tables.length);
    await stageTable(engine, loadNo, table, pseudonyms);
  }
  const mends = await readMends(engine, load);
  const original = mends.length === 0 ? undefined : load.loads.find(({ loadId }) => loadId === mends[0]?.load);
  const connection = load.connection ?? original?.connection ?? system;
  for (const [index, table] of tables.entries())
    await mapTable(engine, loadNo, table, connection, (share) => report("map", (index + share) / tables.length));
  report("check");
  const counts = await countRows(engine, load, workspace.language);
  if (counts.quarantinedRows > 0)
    for (const table of tables) await quarantineRows(engine, loadNo, table, workspace.language);
  const totals: Record<string, TotalCheck> = {};
  for (const table of tables) Object.assign(totals, await checkTotals(engine, loadNo, table));
  const { parts, assumed } = await loadParts(engine, {
    loadNo,
    system,
    connection,
    tables,
    visible: load.state.visible,
    scopeColumn: load.settings.scope,
    mends: mends.length === 0 ? null : { column: MEND_COLUMNS.load, values: mends.map((mend) => mend.load) },
    today: new Intl.DateTimeFormat("sv-SE", { timeZone: workspace.timezone, dateStyle: "short" }).format(startedAt),
  });
  const notices = [
    ...prepared.notices.map(({ text }) => text[workspace.language]),
    ...(await layoutNotices(engine, load, workspace.language)),
    ...surroundingsNotices(load, counts, workspace.language),
    ...assumed.map((scope) => scopeNotice(scope, workspace.language)),
  ];
  const days = parts.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ from, to }]));
  const period =
    days.length === 0
      ? null
      : {
          from: days.map(({ from }) => from).sort()[0] ?? "",
          to:
            days
              .map(({ to }) => to)
              .sort()
              .at(-1) ?? "",
        };
  const loadId = `${system}-${loadNo}`;
  const record: LoadRecord = {
    loadNo,
    loadId,
    system,
    connection,
    preset: load.preset,
    file: prepared.file,
    sha256: prepared.sha256,
    committedAt: startedAt.toISOString(),
    rowsRead: counts.read,
    rowsLoaded: counts.loaded,
    rowsQuarantined: counts.quarantinedRows,
    rowsSkipped: counts.skippedRows,
    parts,
  };
  const meta: LoadMeta = {
    mapping: load.mapping,
    encoding: prepared.encoding,
    delimiter: prepared.delimiter,
    header_line: prepared.tables[0]?.headerLine ?? 1,
    period,
    settings: load.settings,
    totals_checked: totals,
    channel_rules: channelRules(site.settings),
    potentially_incomplete: prepared.tables.some(({ surroundings }) => surroundings.potentiallyIncomplete),
    skipped: counts.skipped,
    quarantined: counts.quarantined,
    notices,
    tables: tables.map(({ input, header, lines }) => ({
      layout: input.table.layout.id,
      section: input.table.section,
      header,
      first_line: lines[0],
      last_line: lines[1],
    })),
    ...(mends.length > 0 && { mends }),
  };
  if (options.dryRun === true) {
    await cleanUncommitted(engine);
    return { ...outcome(record, meta), status: "dry-run", load_id: null };
  }
  for (const table of tables) await keepPersonalData(engine, loadNo, table, connection, pseudonyms);
  await writeRecord(engine, record, meta, { bytes: prepared.bytes, startedAt });
  report("build");
  await commitEvent(site, { event: "commit", loadNo, load: record, deferBuild: options.deferBuild ?? false });
  report("build", 1);
  return { ...outcome(record, meta), status: "committed" };
}

/** Which rules gave the load's rows their channels; after a change the same file is loaded anew. */
function channelRules({ channel_rules }: Site["settings"]): string {
  return `${CHANNEL_RULES_VERSION}:${hashOf(channel_rules).slice(0, 12)}`;
}

function outcome(record: LoadRecord, meta: LoadMeta): Omit<LoadOutcome, "status"> {
  const facts: Record<string, number> = {};
  for (const part of record.parts) facts[part.fact] = (facts[part.fact] ?? 0) + part.rows;
  return {
    file: record.file,
    preset: record.preset,
    connection: record.connection,
    encoding: meta.encoding,
    delimiter: meta.delimiter,
    header_line: meta.header_line,
    period: meta.period,
    rows_read: record.rowsRead,
    rows_loaded: record.rowsLoaded,
    rows_quarantined: record.rowsQuarantined,
    rows_skipped: record.rowsSkipped,
    totals_checked: meta.totals_checked,
    load_id: record.loadId,
    facts,
    skipped: meta.skipped,
    quarantined: meta.quarantined,
    notices: meta.notices,
  };
}

function knownOutcome({ metas, prepared }: PlannedLoad, known: LoadRecord): LoadOutcome {
  const meta = metas.get(known.loadNo);
  if (meta === undefined) throw new Error(`load ${known.loadId} has no record of its own`);
  return { ...outcome(known, meta), file: prepared.file, status: "unchanged" };
}

interface Counts {
  readonly read: number;
  readonly loaded: number;
  readonly quarantinedRows: number;
  readonly skippedRows: number;
  /** Reason -> rows. */
  readonly skipped: Readonly<Record<string, number>>;
  readonly quarantined: Readonly<Record<string, number>>;
}

/** Every row of the file once: loaded, quarantined or skipped. */
async function countRows(
  engine: Engine,
  { loadNo, tables, prepared }: PlannedLoad,
  language: "en" | "zh",
): Promise<Counts> {
  let loaded = 0;
  const skipped: Record<string, number> = {};
  const quarantined: Record<string, number> = {};
  const add = (to: Record<string, number>, reason: string, rows: number): void => {
    if (rows > 0) to[reason] = (to[reason] ?? 0) + rows;
  };
  for (const { lines, reasons, input } of tables) {
    const rows = await engine.query<{ verdict: string; reason: string; n: string }>(
      `SELECT verdict, reason, count() AS n FROM raw_row
       WHERE load_no = ${loadNo} AND line BETWEEN ${lines[0]} AND ${lines[1]} GROUP BY verdict, reason ORDER BY verdict, reason`,
    );
    for (const { verdict, reason, n } of rows) {
      const known = reasons.find((each) => reasonText(each) === reason);
      const text = known ? reasonSentence(known, input.table.layout, language) : reason;
      if (verdict === "data") loaded += Number(n);
      else add(verdict === "quarantined" ? quarantined : skipped, text, Number(n));
    }
    for (const { reason, rows: count } of input.table.leftOut) add(skipped, reason[language], count);
  }
  const zh = language === "zh";
  for (const { title, headerLine, rows } of prepared.unread)
    add(skipped, zh ? `未读取的表“${title ?? headerLine}”` : `table "${title ?? headerLine}" that is not read`, rows);
  const total = (of: Record<string, number>): number => Object.values(of).reduce((sum, rows) => sum + rows, 0);
  const quarantinedRows = total(quarantined);
  const skippedRows = total(skipped);
  return { read: loaded + quarantinedRows + skippedRows, loaded, quarantinedRows, skippedRows, skipped, quarantined };
}

/** Which rejected rows of which earlier loads the file brings back, by the columns of our own CSV. */
async function readMends(
  engine: Engine,
  { loadNo, tables, state, loads }: PlannedLoad,
): Promise<NonNullable<LoadMeta["mends"]>> {
  const mends: { load: string; lines: number[] }[] = [];
  for (const { mend, lines } of tables) {
    if (mend === null) continue;
    const rows = await engine.query<{ load: string; lines: string[] }>(
      `SELECT cells[${mend.load}] AS load, groupUniqArray(toUInt64OrZero(cells[${mend.line}])) AS lines
       FROM raw_row WHERE ${rowsOf(lines, loadNo, "data")} GROUP BY load ORDER BY load`,
    );
    for (const row of rows) {
      const original = loads.find(({ loadId }) => loadId === row.load);
      if (original === undefined || !state.live.includes(original.loadNo)) {
        throw new LeadlineError(
          "load.mend_unknown",
          `The file brings mended rows of the load "${row.load}", which does not count (any more).`,
          `Take the columns ${Object.values(MEND_COLUMNS).join(", ")} out to load it as an export of its own.`,
          { key: MEND_COLUMNS.load },
        );
      }
      mends.push({ load: row.load, lines: row.lines.map(Number).sort((a, b) => a - b) });
    }
  }
  return mends;
}

async function layoutNotices(
  engine: Engine,
  { loadNo, tables }: PlannedLoad,
  language: "en" | "zh",
): Promise<string[]> {
  const texts: string[] = [];
  for (const table of tables) {
    const { input, stored } = table;
    const { notice } = input.table.layout;
    if (notice.length === 0) continue;
    const counts = notice.map(({ when }, index) => `countIf(${stored.condition(when, `notice.${index}.when`).value})`);
    const [row] = await engine.query<{ counts: string[] }>(
      `SELECT [${counts.join(", ")}] AS counts FROM ${storedRows(table, loadNo, "data")}`,
      {},
      { timeoutSeconds: 600 },
    );
    for (const [index, { text }] of notice.entries()) {
      const count = Number(row?.counts[index] ?? 0);
      if (count > 0) texts.push(language === "zh" ? `${count} 行：${text.zh}` : `${count} rows: ${text.en}`);
    }
  }
  return texts;
}

function surroundingsNotices({ prepared, tables }: PlannedLoad, counts: Counts, language: "en" | "zh"): string[] {
  const zh = language === "zh";
  const declared = prepared.tables.map(({ surroundings }) => surroundings.declaredRows).find((rows) => rows !== null);
  const found = counts.loaded + counts.quarantinedRows;
  return [
    ...(tables.some(({ input }) => input.table.surroundings.potentiallyIncomplete)
      ? [zh ? "导出文件注明其数据可能不完整。" : "The export says that its data may be incomplete."]
      : []),
    ...(declared === undefined || declared === null || declared === found
      ? []
      : [
          zh
            ? `导出文件注明有 ${declared} 行，实际找到 ${found} 行。`
            : `The export says it has ${declared} rows; ${found} were found.`,
        ]),
  ];
}

function scopeNotice({ column, values }: Scope, language: "en" | "zh"): string {
  const value = values.join(", ");
  return language === "zh"
    ? `文件中 ${column} 只有“${value}”，而此前的数据还有其他值，因此只替换“${value}”的数据。`
    : `The file holds only the ${column} "${value}" where earlier data holds others, so only that ${column} is replaced.`;
}

async function writeRecord(
  engine: Engine,
  record: LoadRecord,
  meta: LoadMeta,
  { bytes, startedAt }: { readonly bytes: number; readonly startedAt: Date },
): Promise<void> {
  await engine.insert(
    "load_part",
    record.parts.map(({ from, to, measures, ...part }) => ({
      load_no: record.loadNo,
      ...part,
      date_from: from,
      date_to: to,
      measures: measures ?? [],
    })),
  );
  await engine.insert("load", [
    {
      load_no: record.loadNo,
      load_id: record.loadId,
      system: record.system,
      connection: record.connection,
      preset: record.preset,
      layouts: meta.tables.map(({ layout }) => layout),
      file: record.file,
      sha256: record.sha256,
      bytes,
      started_at: startedAt.toISOString(),
      rows_read: record.rowsRead,
      rows_loaded: record.rowsLoaded,
      rows_quarantined: record.rowsQuarantined,
      rows_skipped: record.rowsSkipped,
      meta: JSON.stringify(meta),
    },
  ]);
}

function choosePresets({ presets, loaded }: LoadedPresets, wanted: string | undefined) {
  const folders = new Map(loaded.map(({ preset, folder }) => [preset.id, folder]));
  if (wanted === undefined || !/\.ya?ml$/i.test(wanted)) return { presets, presetId: wanted, folders };
  const read = readPreset(resolve(wanted));
  if (!read.ok)
    throw read.problems[0] ?? new LeadlineError("preset.unreadable", `${wanted} cannot be read.`, "Check the path.");
  const { preset, folder } = read.loaded;
  return { presets: [preset], presetId: preset.id, folders: new Map([[preset.id, folder]]) };
}

function readPseudonyms(dataDir: string): Pseudonyms {
  return { key: workspaceKey(dataDir), forgotten: new Map(Object.entries(readForgotten(dataDir).people)) };
}

async function parquetToCsv(engine: Engine, from: string, to: string): Promise<void> {
  await engine.command(
    `INSERT INTO FUNCTION file(${textLiteral(to)}, 'CSVWithNames') SELECT * FROM file(${textLiteral(from)}, 'Parquet')`,
    {},
    { timeoutSeconds: 3600, settings: { engine_file_truncate_on_insert: 1 } },
  );
}

function noRows(file: string, line: number | undefined): LeadlineError {
  return new LeadlineError(
    "load.no_rows",
    `${file} has a header and no rows below it.`,
    "Check the export's filters and period, and export it again.",
    { file, ...(line !== undefined && { line }) },
  );
}

function hashOf(value: unknown): string {
  return createHash("sha256").update(JSON.stringify(value)).digest("hex");
}
