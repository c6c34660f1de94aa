import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { machine, versions } from "../lib/machine.ts";
import { type Chapter, DATA, table } from "../lib/results.ts";
import { type MeasuredRun, runMeasured } from "../lib/run-measured.ts";
import { median, quantile } from "../lib/sample.ts";
import { writeAdExport } from "./ad-export.ts";

const SIZES = [1_000_000, 5_000_000] as const;
const ROUNDS = 3;
const root = join(import.meta.dirname, "../..");
const command = join(root, "bin/leadline.js");

/** Times `leadline load` of an ad export against the engine's own reading into a typed table, with peaks of memory. */
export async function runLoad(): Promise<Chapter> {
  mkdirSync(DATA, { recursive: true });
  const rows: string[][] = [];
  let engine = "";
  for (const size of SIZES) {
    process.stderr.write(`load: ${size / 1e6} M rows\n`);
    const file = join(DATA, `google-ads-${size}.csv`);
    await writeAdExport(file, size);
    const runs: { readonly own: MeasuredRun; readonly typed: MeasuredRun }[] = [];
    for (let round = 0; round < ROUNDS; round++)
      runs.push({ own: await ownLoad(file, size), typed: await typed(file, size) });
    engine = JSON.parse(runs[0]?.typed.stdout ?? "{}").engine;
    const row = (label: string, all: readonly MeasuredRun[], ratio: readonly number[] | null): string[] => [
      `${size / 1e6} M`,
      label,
      spread(
        all.map(({ seconds }) => seconds),
        1,
      ),
      spread(
        all.map(({ cpuSeconds }) => cpuSeconds),
        1,
      ),
      (Math.max(...all.map(({ peakBytes }) => peakBytes)) / 1e9).toFixed(2),
      ratio === null ? "" : `**${spread(ratio, 1)}**`,
    ];
    rows.push(
      row(
        "**`leadline load`**",
        runs.map(({ own }) => own),
        null,
      ),
      row(
        "`INSERT … SELECT … FROM file()` into a typed table",
        runs.map((run) => run.typed),
        runs.map((run) => run.own.seconds / run.typed.seconds),
      ),
    );
    rmSync(file);
  }
  return {
    text: [
      "## Loading an ad export",
      TEXT,
      table(
        ["rows", "", "seconds (quartiles)", "processor seconds", "highest memory, GB", "Leadline's time ÷ this one's"],
        rows,
      ),
    ].join("\n\n"),
    measured: `${machine()}; ${versions(engine)}; ${ROUNDS} rounds, each in fresh processes`,
  };
}

async function ownLoad(file: string, size: number): Promise<MeasuredRun> {
  const dir = join(DATA, "ws-load");
  rmSync(dir, { recursive: true, force: true });
  await runMeasured([command, "init", dir, "--currency", "USD"]);
  const run = await runMeasured([command, "load", dir, file, "--json"]);
  const loaded = JSON.parse(run.stdout).files[0]?.rows_loaded;
  if (loaded !== size) throw new Error(`${loaded} of ${size} rows were loaded`);
  rmSync(dir, { recursive: true, force: true });
  return run;
}

async function typed(file: string, size: number): Promise<MeasuredRun> {
  const dir = join(DATA, "typed");
  rmSync(dir, { recursive: true, force: true });
  const run = await runMeasured([join(import.meta.dirname, "insert-typed.ts"), dir, file]);
  const { rows } = JSON.parse(run.stdout);
  if (rows !== size) throw new Error(`${rows} of ${size} rows were inserted`);
  rmSync(dir, { recursive: true, force: true });
  return run;
}

function spread(values: readonly number[], digits: number): string {
  const text = (value: number): string => value.toFixed(digits);
  return `${text(median(values))} (${text(quantile(values, 0.25))}–${text(quantile(values, 0.75))})`;
}

const TEXT = `A Google Ads campaign report by day and device as its CSV download is (99 MB and 499 MB), with amounts such as
\`"1,548.45"\` and a total row, loaded into an empty workspace by the command line, whole process. Leadline recognises the
report, hashes the file, keeps every row as it stood, judges each and says why one is refused, reads dates and amounts in any
notation, classifies channels, checks its sums against the report's total row, and makes the load one step that a kill cannot
halve. The engine by itself does none of this: it reads the same file into ten typed columns, told in advance what each is.`;
