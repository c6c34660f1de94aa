import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadFiles } from "../../../src/service/sources/load-files.ts";
import {
  DELIMITED_SAMPLES,
  delimitedText,
  type PresetSample,
  tableOf,
  textOf,
  writeAs,
} from "../../support/preset-samples.ts";
import { type TestWorkspace, testWorkspace } from "../../support/workspace.ts";

const RUNS = 4;

let team: TestWorkspace;
let folder: string;
let written = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "leadline-totals-"));
  team = await testWorkspace();
});
afterAll(async () => {
  await team.close();
  rmSync(folder, { recursive: true, force: true });
});

/** How a file writes 1204.5: 1,204.50 or 1.204,50. */
type Notation = "en" | "de";

function notationOf(rows: readonly (readonly string[])[]): Notation {
  return rows.flat().some((cell) => /^\d{1,3}(\.\d{3})*,\d{2}$/.test(cell)) ? "de" : "en";
}

/** Hundredths of a cell such as 1,204.50, 0 of a dash; null where it is no such figure. */
function hundredths(cell: string, notation: Notation): number | null {
  const [group, point] = notation === "de" ? [".", ","] : [",", "."];
  const plain = cell.replaceAll(group, "").replace(point, ".").trim();
  if (plain === "--") return 0;
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : null;
}

function asCell(value: number, whole: boolean, notation: Notation): string {
  const digits = { minimumFractionDigits: whole ? 0 : 2, useGrouping: notation === "de" };
  return (value / 100).toLocaleString(notation, digits);
}

interface Summed {
  readonly sample: PresetSample;
  readonly delimiter: string;
  readonly notation: Notation;
  readonly rows: readonly (readonly string[])[];
  readonly data: readonly number[];
  readonly totals: readonly number[];
  /** Columns that have a total, and whether they hold whole numbers. */
  readonly columns: readonly { readonly title: string; readonly at: number; readonly whole: boolean }[];
}

/** A sample whose own total row is the sum of its rows above or below it. */
function summed(sample: PresetSample): Summed | null {
  const { delimiter, rows } = tableOf(textOf(sample));
  const header = rows.findIndex((row) => sample.totals.every((title) => row.includes(title)));
  const head = rows[header];
  if (sample.totals.length === 0 || head === undefined) return null;
  const at = sample.totals.map((title) => head.indexOf(title));
  const notation = notationOf(rows);
  const isFigures = (row: readonly string[]) => at.every((column) => hundredths(row[column] ?? "", notation) !== null);
  const lines = rows.flatMap((row, line) => (line > header && isFigures(row) ? [line] : []));
  const value = (line: number, column: number) => hundredths(rows[line]?.[column] ?? "", notation) ?? 0;
  const sum = (column: number, of: readonly number[]) => of.reduce((all, line) => all + value(line, column), 0);
  const named = lines.filter((line) =>
    rows[line]?.some((cell) => /^(totals?|gesamt|总计|合计)\b/i.test(cell) || /^(总计|合计)/.test(cell)),
  );
  const unnamed = lines.filter((line) => at.every((column) => sum(column, lines) === 2 * value(line, column)));
  const totals = named.length > 0 ? named : unnamed.slice(0, 1);
  const data = lines.filter((line) => !totals.includes(line));
  const agree = totals.every((line) => at.every((column) => value(line, column) === sum(column, data)));
  if (totals.length === 0 || data.length === 0 || !agree) return null;
  const whole = (column: number) =>
    lines.every((line) => !(rows[line]?.[column] ?? "").includes(notation === "de" ? "," : "."));
  const columns = sample.totals.map((title, i) => ({ title, at: at[i] ?? 0, whole: whole(at[i] ?? 0) }));
  return { sample, delimiter, notation, rows, data, totals, columns };
}

const SUMMED = DELIMITED_SAMPLES.flatMap((sample) => summed(sample) ?? []);

/** The sample with other figures, and a total row that is their sum plus `off`. */
function rewritten(
  { delimiter, notation, rows, data, totals, columns }: Summed,
  figures: readonly number[],
  off: number,
): string {
  const cells = rows.map((row) => [...row]);
  for (const [i, { at, whole }] of columns.entries()) {
    let sum = 0;
    for (const [j, line] of data.entries()) {
      const drawn = figures[(i * data.length + j) % figures.length] ?? 0;
      const value = whole ? drawn * 100 : drawn;
      sum += value;
      const row = cells[line];
      if (row) row[at] = asCell(value, whole, notation);
    }
    for (const line of totals) {
      const row = cells[line];
      if (row) row[at] = asCell(sum + off * 100, whole, notation);
    }
  }
  return delimitedText(cells, delimiter);
}

async function totalsOf({ sample }: Summed, text: string) {
  written += 1;
  const file = writeAs(join(folder, String(written)), sample, "utf-8-bom", text);
  const options = { preset: sample.preset, settings: { ...sample.settings }, moreToCome: true };
  const [loaded] = (await loadFiles(team.workspace, [file], options)).files;
  expect(loaded?.error?.message).toBeUndefined();
  return { totals: loaded?.totals_checked ?? {}, loadNo: Number(loaded?.load_id?.split("-").at(-1)) };
}

test("every sample with a total that agrees is tried, in whatever language and notation", () => {
  const withTotals = DELIMITED_SAMPLES.filter(({ totals }) => totals.length > 0).map(({ name }) => name);
  // A masked cell (<5) stands in its total.
  const masked = ["tiktok/ads_export.csv"];
  const tried = SUMMED.map(({ sample }) => sample.name);
  expect([...tried, ...masked.filter((name) => !tried.includes(name))].toSorted()).toEqual(withTotals.toSorted());
  expect(SUMMED.filter(({ notation }) => notation === "de").length).toBeGreaterThan(0);
  expect(
    SUMMED.filter(({ columns }) => columns.some(({ title }) => /\p{Script=Han}/u.test(title))).length,
  ).toBeGreaterThan(2);
});

describe("whatever the figures, what is loaded adds up to the file's own total row", () => {
  test.each(SUMMED.map((one) => [one.sample.name, one] as const))(
    "%s",
    async (_name, one) => {
      const figures = fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 6, maxLength: 24 });
      await fc.assert(
        fc.asyncProperty(figures, async (drawn) => {
          const { totals, loadNo } = await totalsOf(one, rewritten(one, drawn, 0));
          expect(Object.keys(totals).sort()).toEqual(one.columns.map(({ title }) => title).sort());
          expect(Object.values(totals).filter(({ equal }) => !equal)).toEqual([]);
          const cost = one.columns.findIndex(({ title }) => /cost|spend|spent|kosten|消费|花费|消耗|金额/i.test(title));
          if (cost < 0) return;
          const [row] = await team.workspace.engine.query<{ cost: string }>(
            `SELECT toString(sum(cost)) AS cost FROM (SELECT cost FROM ad_daily WHERE load_no = ${loadNo} UNION ALL SELECT cost FROM ad_period WHERE load_no = ${loadNo} UNION ALL SELECT amount FROM cost WHERE load_no = ${loadNo})`,
          );
          const wanted = one.data.reduce(
            (sum, _line, j) => sum + (drawn[(cost * one.data.length + j) % drawn.length] ?? 0),
            0,
          );
          const whole = one.columns[cost]?.whole ? 100 : 1;
          expect(Number(row?.cost)).toBeCloseTo((wanted * whole) / 100, 6);
        }),
        { numRuns: RUNS, seed: 7 },
      );
      const { totals } = await totalsOf(one, rewritten(one, [100, 200, 300], 1));
      expect(Object.values(totals).map(({ equal }) => equal)).toEqual(one.columns.map(() => false));
    },
    300_000,
  );
});
