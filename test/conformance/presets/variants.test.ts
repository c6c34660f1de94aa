import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FACT_IDS, type FactId, fact } from "../../../src/model/facts.ts";
import { loadFiles } from "../../../src/service/sources/load-files.ts";
import { visibleRows } from "../../../src/sql/derive/index.ts";
import {
  DELIMITED_SAMPLES,
  delimitedText,
  type Encoding,
  holds,
  type PresetSample,
  tableOf,
  textOf,
  writeAs,
} from "../../support/preset-samples.ts";
import { type TestWorkspace, testWorkspace } from "../../support/workspace.ts";

/** One way to write a sample down: same figures, other bytes. */
interface Variant {
  readonly label: string;
  readonly encoding: Encoding;
  readonly text: string;
  readonly settings?: Readonly<Record<string, string>>;
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/;
const DECIMAL = /^[-($€£¥ ]*(\d+|\d{1,3}(,\d{3})+)(\.\d+)?[)% ]*$/;
const FRACTION = /^[-($€£¥ ]*[\d,]*\d\.(\d{1,2}|\d{4,})[)% ]*$/;

/** Dozens of loads a test. */
const MINUTES = 60_000;

/** Each load reads all those before it: a new workspace is quicker than one with hundreds of them. */
const MOST_LOADS = 40;

let team: TestWorkspace;
let folder: string;
let written = 0;
let inTeam = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadline-variants-"));
  team = await testWorkspace();
});
beforeEach(async () => {
  if (inTeam <= MOST_LOADS) return;
  await team.close();
  team = await testWorkspace();
  inTeam = 0;
});
afterAll(async () => {
  await team.close();
  rmSync(folder, { recursive: true, force: true });
});

async function load(sample: PresetSample, encoding: Encoding, text: string, settings = sample.settings) {
  written += 1;
  inTeam += 1;
  const file = writeAs(join(folder, String(written)), sample, encoding, text);
  const options = { preset: sample.preset, settings: { ...settings }, moreToCome: true };
  const [loaded] = (await loadFiles(team.workspace, [file], options)).files;
  if (loaded === undefined) throw new Error(`nothing came back for ${file}`);
  return loaded;
}

/** All facts of a load, without what only says where they come from. */
async function factsOf({ load_id, facts }: Awaited<ReturnType<typeof load>>): Promise<Record<string, string[]>> {
  const loadNo = Number(load_id?.split("-").at(-1));
  const found: Record<string, string[]> = {};
  for (const id of Object.keys(facts).sort()) {
    const rows = await team.workspace.engine.query<Record<string, unknown>>(
      `SELECT * EXCEPT (load_no, raw_row, external_id) FROM ${id} WHERE load_no = ${loadNo}`,
    );
    if (rows.length > 0) found[id] = rows.map((row) => JSON.stringify(row)).sort();
  }
  return found;
}

/** A sample with the line ends of Windows. */
const windows = (sample: PresetSample): string => textOf(sample).replace(/\r?\n/g, "\r\n");

const agreed = ({ totals_checked }: Awaited<ReturnType<typeof load>>) =>
  Object.values(totals_checked).map(({ equal }) => equal);

function layoutsOf(preset: string) {
  return team.workspace.presets.presets.find(({ id }) => id === preset)?.layouts ?? [];
}

/** The encodings, delimiters, number and date notations in which the sample's systems and spreadsheets may write it. */
function variantsOf(sample: PresetSample): Variant[] {
  const text = textOf(sample);
  const { delimiter, rows } = tableOf(text);
  const layouts = layoutsOf(sample.preset);
  const each = (change: (cell: string) => string) => rows.map((row) => row.map(change));
  const other = delimiter === ";" ? "," : ";";
  const written: readonly Variant[] = [
    { label: "UTF-8", encoding: "utf-8", text },
    { label: "UTF-8 with its mark, other delimiter", encoding: "utf-8-bom", text: delimitedText(rows, other) },
    { label: "UTF-16 with tabs", encoding: "utf-16le", text: delimitedText(rows, "\t") },
    { label: "GB18030", encoding: "gb18030", text },
    { label: "Windows-1252", encoding: "windows-1252", text },
  ];
  const variants = written.filter(({ encoding }) => holds(encoding, text));
  const cells = rows.flat();
  const comma = (cell: string) =>
    DECIMAL.test(cell) ? cell.replace(/[,.]/g, (sign) => (sign === "," ? "." : ",")) : cell;
  const days = cells.filter((cell) => ISO.test(cell));
  const writesComma = layouts.every(({ numbers }) => numbers === "auto") && cells.some((cell) => FRACTION.test(cell));
  const writesDays =
    layouts.every(({ dates }) => dates === "auto") && days.length > 0 && days.length === datesIn(cells);
  if (writesComma || writesDays)
    variants.push({
      label: "as a German spreadsheet",
      encoding: "utf-8-bom",
      text: delimitedText(
        each((cell) =>
          writesDays && ISO.test(cell) ? cell.replace(ISO, "$3.$2.$1") : writesComma ? comma(cell) : cell,
        ),
        ";",
      ),
      settings: writesDays ? { dates: "dmy" } : {},
    });
  if (writesDays)
    variants.push({
      label: "month before day",
      encoding: "utf-8",
      text: delimitedText(
        each((cell) => cell.replace(ISO, "$2/$3/$1")),
        delimiter,
      ),
      settings: { dates: "mdy" },
    });
  return variants;
}

/** Cells that hold a date in some form; where not all are ISO days, the file has an order of its own. */
function datesIn(cells: readonly string[]): number {
  return cells.filter((cell) => /\b\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4}/.test(cell)).length;
}

describe("every sample gives the same facts however its system or a spreadsheet writes it", () => {
  test.each(DELIMITED_SAMPLES.map((sample) => [sample.name, sample] as const))("%s", async (_name, sample) => {
    const [first, ...others] = variantsOf(sample);
    if (first === undefined) throw new Error("no variant");
    const base = await load(sample, first.encoding, first.text);
    expect([base.status, base.error?.message]).toEqual(["committed", undefined]);
    const facts = await factsOf(base);
    expect(Object.keys(facts)).not.toEqual([]);
    const told: unknown[] = [];
    for (const { label, encoding, text, settings } of others) {
      const loaded = await load(sample, encoding, text, { ...sample.settings, ...settings });
      const same = JSON.stringify(await factsOf(loaded)) === JSON.stringify(facts);
      const totals = JSON.stringify(agreed(loaded)) === JSON.stringify(agreed(base));
      told.push([label, loaded.error?.message ?? loaded.status, loaded.rows_loaded, same, totals]);
    }
    expect(told).toEqual(others.map(({ label }) => [label, "committed", base.rows_loaded, true, true]));
  });
});

describe("loading a sample again", () => {
  const segments = FACT_IDS.filter((id) => fact(id).loading === "segment");
  const gives = ({ preset }: PresetSample, wanted: readonly FactId[]) =>
    layoutsOf(preset).some(({ facts }) => facts.some((mapping) => wanted.some((id) => id === mapping.fact)));
  const givesSegments = (sample: PresetSample) => gives(sample, segments);
  const visibleCounts = async (): Promise<Record<string, number>> => {
    const { visible } = await team.workspace.inventory();
    const counts: Record<string, number> = {};
    for (const id of segments) {
      const [row] = await team.workspace.engine.query<{ n: string }>(
        `SELECT count() AS n FROM ${id} WHERE ${visibleRows(id, visible)}`,
      );
      counts[id] = Number(row?.n);
    }
    return counts;
  };

  test(
    "changes nothing, byte for byte or written otherwise",
    async () => {
      const again: unknown[] = [];
      const ofPresets = new Map(DELIMITED_SAMPLES.filter(givesSegments).map((sample) => [sample.preset, sample]));
      for (const sample of ofPresets.values()) await load(sample, "utf-8", windows(sample));
      const before = await visibleCounts();
      for (const sample of ofPresets.values()) {
        const { status } = await load(sample, "utf-8", windows(sample));
        if (status !== "unchanged") again.push([sample.name, status]);
        await load(sample, "utf-8-bom", windows(sample));
      }
      expect(again).toEqual([]);
      expect(await visibleCounts()).toEqual(before);
    },
    10 * MINUTES,
  );

  /** Advertising samples with several campaigns, and the titles of their columns. */
  const campaigns: readonly FactId[] = ["ad_daily", "ad_period"];

  test(
    "an export of one campaign alone leaves the others as they are",
    async () => {
      const checked: string[] = [];
      for (const sample of DELIMITED_SAMPLES.filter((one) => gives(one, campaigns))) {
        const whole = await load(sample, "utf-8-bom", windows(sample).trimEnd());
        const [id] = campaigns.filter((each) => (whole.facts[each] ?? 0) > 0);
        if (id === undefined) continue;
        const rows = async (loadId: string | null) =>
          team.workspace.engine.query<{ campaign: string; n: string }>(
            `SELECT toString(campaign) AS campaign, count() AS n FROM ${id} WHERE load_no = ${Number(loadId?.split("-").at(-1))} GROUP BY campaign ORDER BY campaign`,
          );
        const before = await rows(whole.load_id);
        const [kept, ...others] = before;
        if (kept === undefined || kept.campaign === "" || others.length === 0) continue;
        const { delimiter, rows: lines } = tableOf(textOf(sample));
        const gone = others.map(({ campaign }) => campaign);
        const isTotal = (row: readonly string[]) =>
          row.some((cell) => /^(totals?|gesamt|总计|合计)(:.*| of .*)?$/i.test(cell));
        const text = delimitedText(
          lines.filter((row) => !isTotal(row) && !row.some((cell) => gone.includes(cell))),
          delimiter,
        );
        const narrow = await load(sample, "utf-8", text);
        expect([sample.name, narrow.error?.message, narrow.rows_loaded]).toEqual([
          sample.name,
          undefined,
          Number(kept.n),
        ]);
        const { visible } = await team.workspace.inventory();
        const left = await team.workspace.engine.query<{ campaign: string; n: string }>(
          `SELECT toString(campaign) AS campaign, count() AS n FROM ${id} WHERE ${visibleRows(id, visible)} AND system = '${systemOf(sample)}' AND campaign IN (${before.map(({ campaign }) => `'${campaign.replaceAll("'", "\\'")}'`).join(", ")}) AND load_no IN (${[whole, narrow].map(({ load_id }) => Number(load_id?.split("-").at(-1))).join(", ")}) GROUP BY campaign ORDER BY campaign`,
        );
        expect({ [sample.name]: left }).toEqual({ [sample.name]: before });
        checked.push(sample.preset);
      }
      expect(new Set(checked).size).toBeGreaterThanOrEqual(3);
    },
    10 * MINUTES,
  );
});

function systemOf(sample: PresetSample): string {
  return team.workspace.presets.presets.find(({ id }) => id === sample.preset)?.system ?? sample.preset;
}
