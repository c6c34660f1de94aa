import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Engine } from "../../engine/engine.ts";
import type { LoadRecord } from "../../model/inventory.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { prepareFile } from "../files/prepare-file.ts";
import { resumeForgetting } from "../personal/forget-person.ts";
import { readPseudonyms } from "../personal/read-pseudonyms.ts";
import { checkTotals } from "./check-totals.ts";
import { checkWhole } from "./check-whole.ts";
import { choosePresets } from "./choose-presets.ts";
import { cleanUncommitted, takeTurn } from "./clean-uncommitted.ts";
import { commitEvent } from "./commit-event.ts";
import type { CompiledTable } from "./compiled-table.ts";
import { countRows } from "./count-rows.ts";
import { loadDirectly } from "./load-directly.ts";
import type { LoadMeta, TotalCheck } from "./load-meta.ts";
import { loadNotices } from "./load-notices.ts";
import { type LoadOutcome, outcomeOf } from "./load-outcome.ts";
import { loadParts } from "./load-parts.ts";
import type { LoadOptions, LoadSite } from "./load-site.ts";
import { lookAtLoad } from "./look-at-load.ts";
import { dropTables, LOOKUP_PREFIX } from "./lookup-table.ts";
import { MEND_COLUMNS } from "./mend-columns.ts";
import { oneAtATime } from "./one-at-a-time.ts";
import { channelRules, type PlannedLoad, planLoad } from "./plan-load.ts";
import { progressReporter } from "./progress.ts";
import { readMends } from "./read-mends.ts";
import { keepPersonalData, mapTable, quarantineRows, stageTable } from "./stage-table.ts";
import { writeRecord } from "./write-record.ts";

export type { LoadOptions, LoadSite } from "./load-site.ts";

/**
 * Loads one file, whole or not at all. Files are loaded one after another, however many are asked for at once. Throws a
 * LeadlineError that says what is wrong with the file; then nothing has changed.
 */
export function loadFile(site: LoadSite, path: string, options: LoadOptions = {}): Promise<LoadOutcome> {
  return oneAtATime(site.engine, async () => {
    const { engine, dataDir } = site;
    await resumeForgetting(site);
    await takeTurn(engine);
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
    if (load.known !== null)
      return { ...outcomeOf(load.known.record, load.known.meta), file: prepared.file, status: "unchanged" };
    try {
      return await carryOut(site, load, options, report);
    } catch (error) {
      await cleanUncommitted(site.engine, "mine");
      throw error;
    } finally {
      if (load.tables.some(usesLookupTable)) await dropTables(site.engine, LOOKUP_PREFIX);
    }
  } finally {
    await prepared.dispose();
  }
}

function usesLookupTable({ input }: CompiledTable): boolean {
  return Object.values(input.lookups).some(({ kind }) => kind === "table");
}

type Report = ReturnType<typeof progressReporter>;

async function carryOut(site: LoadSite, load: PlannedLoad, options: LoadOptions, report: Report): Promise<LoadOutcome> {
  const { engine, settings: workspace, now } = site;
  const { loadNo, tables, prepared, system } = load;
  const { language = workspace.language } = options;
  const startedAt = now();
  const pseudonyms = readPseudonyms(site.dataDir);
  for (const [index, table] of tables.entries()) {
    report("store", index / tables.length);
    const { direct } = table.judgement;
    if (direct === null) await stageTable(engine, loadNo, table, pseudonyms);
    else
      await loadDirectly(engine, {
        loadNo,
        compiled: table,
        direct,
        connection: load.connection ?? system,
        pseudonyms,
        workDir: join(site.dataDir, "tmp"),
      });
  }
  const mends = await readMends(engine, load);
  const original = mends.length === 0 ? undefined : load.loads.find(({ loadId }) => loadId === mends[0]?.load);
  const connection = load.connection ?? original?.connection ?? system;
  for (const [index, table] of tables.entries())
    await mapTable(engine, loadNo, table, connection, (share) => report("map", (index + share) / tables.length));
  report("check");
  const counts = await countRows(engine, load, language);
  if (counts.quarantinedRows > 0) for (const table of tables) await quarantineRows(engine, loadNo, table, language);
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
  const notices = await loadNotices(engine, load, counts, assumed, language);
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
    notation: { dates: prepared.tables[0]?.dateOrder ?? "iso", numbers: prepared.tables[0]?.decimal ?? "point" },
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
      ...(input.table.surroundings.timezone !== null && { timezone: input.table.surroundings.timezone }),
    })),
    ...(mends.length > 0 && { mends }),
  };
  if (options.dryRun === true) {
    const look = options.look === true ? await lookAtLoad(engine, load, connection, parts) : null;
    await cleanUncommitted(engine, "mine");
    return { ...outcomeOf(record, meta), status: "dry-run", load_id: null, ...(look && { look }) };
  }
  for (const table of tables)
    await keepPersonalData(engine, { loadNo, connection, pseudonyms, landed: options.landed === true }, table);
  await checkWhole(engine, record, tables);
  await writeRecord(engine, record, meta, { bytes: prepared.bytes, startedAt });
  report("build");
  await commitEvent(site, { event: "commit", loadNo, load: record, deferBuild: options.deferBuild ?? false });
  report("build", 1);
  return { ...outcomeOf(record, meta), status: "committed" };
}

/** Writes a Parquet file as CSV with a header. */
export async function parquetToCsv(engine: Engine, from: string, to: string): Promise<void> {
  await engine.command(
    `INSERT INTO FUNCTION file(${textLiteral(to)}, 'CSVWithNames') SELECT * FROM file(${textLiteral(from)}, 'Parquet')`,
    {},
    { timeoutSeconds: 3600, settings: { engine_file_truncate_on_insert: 1 } },
  );
}
