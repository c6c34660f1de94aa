import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import iconv from "iconv-lite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listQuarantine } from "../../src/ingest/load/list-quarantine.ts";
import { loadFile } from "../../src/ingest/load/load-file.ts";
import { mendFiles } from "../../src/ingest/load/mend-files.ts";
import { revertLoad } from "../../src/ingest/load/revert-load.ts";
import { forgetPerson } from "../../src/ingest/personal/forget-person.ts";
import { explain } from "../../src/service/receipts/explain.ts";
import { listRows } from "../../src/service/receipts/list-rows.ts";
import { verify } from "../../src/service/receipts/verify.ts";
import { cellsOfRow } from "../../src/sql/load/text-cells.ts";
import { type TestWorkspace, testWorkspace } from "../support/workspace.ts";
import { FIXTURES } from "./fixtures/open-site.ts";

const HEADER = ["Day", "Campaign", "Device", "Currency", "Cost", "Impressions", "Clicks", "Note"];
const ROWS = 600;
const MANY_ROWS = 100;
/** Rows that are wrong stand at these places, the last one as well. */
const WRONG = [0, 317, ROWS - 1];
const CAMPAIGNS = ["Brand", "春季 推广", 'the "new" one', "shoes, hats", "wide; broad"];

type Cells = readonly string[];

const cellsAt = (index: number, plain: boolean): Cells => [
  WRONG.includes(index) ? "someday" : `2026-01-${String((index % 28) + 1).padStart(2, "0")}`,
  plain ? "Brand" : (CAMPAIGNS[index % CAMPAIGNS.length] ?? ""),
  "desktop",
  "EUR",
  plain || index % 3 > 0 ? `${index}.25` : `1,${String(index).padStart(3, "0")}.25`,
  "7",
  "1",
  index % 2 === 0 ? "" : `row ${index}`,
];

interface Variant {
  readonly what: string;
  readonly encoding?: string;
  readonly mark?: boolean;
  readonly end?: "\n" | "\r\n";
  readonly delimiter?: string;
  /** Every cell quoted, not only those that must be. */
  readonly quoted?: boolean;
  /** Without anything that needs quotes. */
  readonly plain?: boolean;
  readonly above?: readonly string[];
  readonly below?: readonly string[];
  readonly closed?: boolean;
  readonly skipped?: number;
  /** Takes the usual way: its cells are stored. */
  readonly copied?: boolean;
}

const TOTAL = "Total,,,,1.00,1,1,";
const VARIANTS: readonly Variant[] = [
  { what: "with plain cells", plain: true },
  { what: "with quotes and commas in cells" },
  { what: "with every cell quoted", quoted: true },
  { what: "with lines that end as on Windows", end: "\r\n" },
  { what: "with a byte order mark", mark: true },
  { what: "in GB18030", encoding: "gb18030", end: "\r\n" },
  { what: "in UTF-16", encoding: "utf-16le", mark: true, end: "\r\n" },
  { what: "with semicolons", delimiter: ";" },
  { what: "with tabs, which is copied first", delimiter: "\t", copied: true },
  { what: "in UTF-16 with tabs", encoding: "utf-16le", mark: true, end: "\r\n", delimiter: "\t", copied: true },
  { what: "whose last line has no end", closed: false },
  { what: "whose last line has no end, as on Windows", closed: false, end: "\r\n" },
  { what: "with blank lines below", below: ["", "", ""] },
  { what: "with blank lines below, as on Windows", below: ["", ""], end: "\r\n" },
  { what: "with a total below", below: [TOTAL], skipped: 1 },
  { what: "with a total and a footer below", below: [TOTAL, "", "Report made by somebody"], skipped: 1 },
  { what: "with a title above", above: ["Campaign report", "", '"January 1, 2026 - January 31, 2026"', ""] },
];

function written(cells: Cells, { delimiter = ",", quoted = false }: Variant): string {
  const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
  return cells
    .map((cell) => (quoted || cell.includes(delimiter) || /["\r\n]/.test(cell) ? quote(cell) : cell))
    .join(delimiter);
}

function bytesOf(variant: Variant): Buffer {
  const { above = [], below = [], end = "\n", closed = true, encoding = "utf-8", mark = false } = variant;
  const rows = Array.from({ length: ROWS }, (_, index) => written(cellsAt(index, variant.plain === true), variant));
  const lines = [...above, written(HEADER, variant), ...rows, ...below];
  return iconv.encode(`${lines.join(end)}${closed ? end : ""}`, encoding, { addBOM: mark });
}

describe("rows of a file that went straight into its fact", () => {
  let team: TestWorkspace;
  beforeAll(async () => {
    team = await testWorkspace();
    mkdirSync(join(team.workspace.dir, "presets"), { recursive: true });
    cpSync(join(FIXTURES, "presets"), join(team.workspace.dir, "presets"), { recursive: true });
    team.workspace.reload();
  });
  afterAll(() => team.close());

  const query = <Row>(sql: string) => team.workspace.engine.query<Row>(sql);
  const load = (name: string, content: Buffer | string, options: object = {}) => {
    const path = join(team.workspace.dir, name);
    writeFileSync(path, content);
    return loadFile(team.workspace, path, { preset: "test_ads", manyRows: MANY_ROWS, ...options });
  };
  const numberOf = (loadId: string | null): number => Number(loadId?.split("-").at(-1));

  it.each(VARIANTS)("are the file's rows: a file $what", async (variant) => {
    const outcome = await load(`${variant.what}.csv`, bytesOf(variant), { connection: variant.what });
    const good = ROWS - WRONG.length;
    const skipped = variant.skipped ?? 0;
    expect(outcome).toMatchObject({
      status: "committed",
      rows_read: ROWS + skipped,
      rows_loaded: good,
      rows_quarantined: WRONG.length,
      rows_skipped: skipped,
    });
    const loadNo = numberOf(outcome.load_id);
    const first = (variant.above?.length ?? 0) + 2;
    const expected = Array.from({ length: ROWS }, (_, index) => ({
      line: String(first + index),
      verdict: WRONG.includes(index) ? "quarantined" : "data",
      cells: cellsAt(index, variant.plain === true),
    }));
    const delimiter = outcome.delimiter ?? ",";
    expect(
      await query(
        `SELECT line, toString(verdict) AS verdict, ${cellsOfRow(delimiter)} AS cells FROM raw_row
         WHERE load_no = ${loadNo} AND verdict IN ('data', 'quarantined') ORDER BY line`,
      ),
    ).toEqual(expected);
    expect(await query(`SELECT count() AS n FROM raw_row WHERE load_no = ${loadNo} AND notEmpty(text)`)).toEqual([
      { n: String(variant.copied ? 0 : good) },
    ]);
    expect(
      (await listQuarantine(team.workspace.engine, { loadId: outcome.load_id ?? "" })).map(
        ({ line, column, cells }) => ({
          line,
          column,
          cells,
        }),
      ),
    ).toEqual(WRONG.map((index) => ({ line: first + index, column: "Day", cells: expected[index]?.cells })));
    expect(
      await query(
        `SELECT raw_row AS line, toString(date) AS day, campaign, toString(cost) AS cost, attributes['note'] AS note
         FROM ad_daily WHERE load_no = ${loadNo} ORDER BY raw_row`,
      ),
    ).toEqual(
      expected
        .filter(({ verdict }) => verdict === "data")
        .map(({ line, cells: [day, campaign, , , cost, , , note] }) => ({
          line,
          day,
          campaign,
          cost: cost?.replace(",", ""),
          note,
        })),
    );
  });

  it("are seen before they count", async () => {
    const variant = { what: "a look", end: "\r\n", quoted: true } as const;
    const { look } = await load("look.csv", bytesOf(variant), { dryRun: true, look: true, connection: "look" });
    const [table] = look?.tables ?? [];
    expect(table?.rows.map(({ line, cells }) => [line, cells])).toEqual(
      Array.from({ length: 20 }, (_, index) => [index + 2, cellsAt(index, false)]),
    );
    expect(table?.rejects.map(({ line }) => line)).toEqual(WRONG.map((index) => index + 2));
  });

  describe("count", () => {
    const asked = { kpis: ["ad_spend"], period: "2026-01" };
    const costOf = (index: number): number =>
      Number((cellsAt(index, false)[4] ?? "").replace(",", "")) * (WRONG.includes(index) ? 0 : 1);
    const whole = Array.from({ length: ROWS }, (_, index) => costOf(index)).reduce((sum, cost) => sum + cost, 0);
    const spend = async () => (await team.ask(asked)).total[0]?.value;
    let loadId = "";
    beforeAll(async () => {
      for (const { load_id } of await liveLoads()) await revertLoad(team.workspace, load_id);
      loadId = (await load("money.csv", bytesOf({ what: "money" }))).load_id ?? "";
    });

    const liveLoads = async () => {
      const { loads } = await team.workspace.inventory();
      return loads.map((one) => ({ load_id: one.loadId }));
    };

    it("in the answer, and are listed behind it with file and line", async () => {
      expect(await spend()).toBeCloseTo(whole, 6);
      const { parts } = await listRows(team.workspace, asked, ROWS);
      const [part] = parts.filter(({ table }) => table === "ad_daily");
      const found = (part?.rows ?? []).map(({ file, line, campaign }) => [file, Number(line), campaign]);
      expect(found.toSorted((a, b) => Number(a[1]) - Number(b[1]))).toEqual(
        Array.from({ length: ROWS }, (_, index) => ["money.csv", index + 2, cellsAt(index, false)[1]]).filter(
          (_, index) => !WRONG.includes(index),
        ),
      );
    });

    it("so that a receipt is verified, until the load is taken back", async () => {
      const receipt = await explain(team.workspace, asked);
      expect(await verify(team.workspace, receipt)).toEqual({ equal: true, differences: [] });
      const wrong = { ...receipt, answers: receipt.answers.map((answer) => ({ ...answer, value: 1 })) };
      expect((await verify(team.workspace, wrong)).equal).toBe(false);
    });

    it("with a row that was mended, once", async () => {
      const engine = team.workspace.engine;
      const [row] = await listQuarantine(engine, { loadId });
      const cells = ["2026-01-05", ...(row?.cells.slice(1) ?? [])];
      const [mended] = await mendFiles(engine, loadId, [{ line: row?.line ?? 0, cells }]);
      expect(await load(mended?.name ?? "", mended?.csv ?? "", { settings: mended?.settings })).toMatchObject({
        status: "committed",
        rows_loaded: 1,
      });
      expect(await spend()).toBeCloseTo(whole + 1000.25, 6);
      expect((await listQuarantine(engine, { loadId })).map(({ line }) => line)).toEqual(
        WRONG.slice(1).map((index) => index + 2),
      );
      expect(await load(`again ${mended?.name}`, `${mended?.csv}\r\n`, { settings: mended?.settings })).toMatchObject({
        rows_loaded: 0,
      });
    });

    it("as before when a person is forgotten", async () => {
      const texts = "SELECT sum(cityHash64(line, text, cells)) AS hash FROM raw_row WHERE load_no = ";
      const before = await query(`${texts}${numberOf(loadId)}`);
      const people = "Lead email,Lead name,Delivered\nana@acme.example,Ana Diaz,2026-01-28";
      await load("people.csv", people, { preset: "test_people" });
      expect(await forgetPerson(team.workspace, "ana@acme.example")).toMatchObject({ found: true });
      expect(await query(`${texts}${numberOf(loadId)}`)).toEqual(before);
      expect(await spend()).toBeCloseTo(whole + 1000.25, 6);
    });

    it("no more when their load is taken back, and again when it is loaded again", async () => {
      for (const { load_id } of (await liveLoads()).reverse()) await revertLoad(team.workspace, load_id);
      expect(await spend()).toBeNull();
      expect(await load("money.csv", bytesOf({ what: "money" }))).toMatchObject({ status: "committed" });
      expect(await spend()).toBeCloseTo(whole, 6);
    });
  });
});
