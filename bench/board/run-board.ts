import { join } from "node:path";
import { machine, versions } from "../lib/machine.ts";
import { type Chapter, table } from "../lib/results.ts";
import { runMeasured } from "../lib/run-measured.ts";
import { interleaved, median, quantile, ratios, type Sample } from "../lib/sample.ts";
import type { RivalName } from "./board-rivals.ts";
import type { BoardMeasured } from "./measure-board.ts";

const SIZES = [1_000_000, 20_000_000] as const;
const ROUNDS = 21;
const FIRST_ROUNDS = 5;
const FIRSTS = ["leadline", "clickhouse", "duckdb"] as const;

const script = (name: string): string => join(import.meta.dirname, name);
const million = (sessions: number): string => `${sessions / 1e6} M`;

/** Times the CMO board against hand-written queries and a semantic layer, on two sizes. */
export async function runBoard(): Promise<Chapter> {
  const rows: string[][] = [];
  let engine = "";
  for (const sessions of SIZES) {
    process.stderr.write(`board: ${million(sessions)} sessions\n`);
    const { stdout } = await runMeasured([script("measure-board.ts"), String(sessions), String(ROUNDS)]);
    const measured: BoardMeasured = JSON.parse(stdout);
    const first = await interleaved(
      Object.fromEntries(FIRSTS.map((name) => [name, () => firstAnswer(sessions, name)])) as Record<
        (typeof FIRSTS)[number],
        () => Promise<number>
      >,
      FIRST_ROUNDS,
    );
    engine = measured.engine;
    rows.push(...rowsOf(sessions, measured.warm, first));
  }
  return {
    text: [
      "## The CMO board by month",
      TEXT,
      table(["sessions", "", "warm, ms (quartiles)", "first, ms", "Leadline's time ÷ this one's"], rows),
    ].join("\n\n"),
    measured: `${machine()}; ${versions(engine)}; ${ROUNDS} rounds, ${FIRST_ROUNDS} fresh processes each for "first"`,
  };
}

async function firstAnswer(sessions: number, name: RivalName): Promise<number> {
  const { stdout } = await runMeasured([script("first-answer.ts"), String(sessions), name]);
  return Number(stdout);
}

function rowsOf(
  sessions: number,
  warm: BoardMeasured["warm"],
  first: Readonly<Record<(typeof FIRSTS)[number], Sample>>,
): string[][] {
  const row = (label: string, name: RivalName, against: RivalName | null): string[] => [
    million(sessions),
    label,
    spread(warm[name].runs, 0),
    name in first ? spread(first[name as "leadline"].runs, 0) : "",
    against === null ? "" : `**${spread(ratios(warm[against], warm[name]), 2)}**`,
  ];
  return [
    row("**Leadline**, the whole call", "leadline", null),
    row("Leadline's SQL alone", "statement", null),
    row("ClickHouse, hand-written query", "clickhouse", "leadline"),
    row("DuckDB, hand-written query", "duckdb", "leadline"),
    row("**Leadline**, eight KPIs", "leadlineEight", null),
    row("drizzle-cube on DuckDB, eight KPIs", "drizzleCube", "leadlineEight"),
  ];
}

function spread(values: readonly number[], digits: number): string {
  const text = (value: number): string => value.toFixed(digits);
  return `${text(median(values))} (${text(quantile(values, 0.25))}–${text(quantile(values, 0.75))})`;
}

const TEXT = `Ten KPIs × twelve months, each against the month before, and the year against the year before: sessions, non-paid share,
leads, traffic-to-lead rate, SQLs, lead-to-SQL rate, marketing ROI, SQL-to-won rate, LTV and LTV to CAC, with cost, ads and
deals in two currencies and platform cost counted once. Leadline is timed from the question to the answer: plan, SQL, formulas,
survival curves, intervals, states. The rivals compute the bare values: [a query by hand](board/clickhouse.sql) on the same
ClickHouse tables through the same connection, with the engine's own defaults; [one for DuckDB](board/duckdb.sql) on the same rows in its own file; and
[drizzle-cube](rivals/drizzle-cube/ask.mjs), a semantic layer, on that file, as far as it can express the board (no survival,
so neither LTV figure; years and quotients across its cubes are worked out by its caller). Before the clock starts, every
value of every rival is compared with Leadline's: 150 values (120 for drizzle-cube), equal to one in a billion. "First" is
the first answer of a fresh process after opening, with the file system's cache as it is. Below 1 in the last column,
Leadline is faster.`;
