import { existsSync } from "node:fs";
import { join } from "node:path";
import { machine, versions } from "../lib/machine.ts";
import { type Chapter, DATA, table } from "../lib/results.ts";
import { runMeasured } from "../lib/run-measured.ts";
import { interleaved, median, quantile } from "../lib/sample.ts";

const ROUNDS = 9;
const LARGE = 20_000_000;
const command = join(import.meta.dirname, "../../bin/leadline.js");
const script = (path: string): string => join(import.meta.dirname, path);

/** Times the command line from nothing to an answer on workspaces that are there. */
export async function runStart(): Promise<Chapter> {
  const demo = join(DATA, "demo");
  if (!existsSync(join(demo, "leadline.yaml"))) await runMeasured([command, "demo", demo]);
  await runMeasured([script("../board/first-answer.ts"), String(LARGE), "leadline"]);
  const large = join(DATA, `ws-${LARGE}`);
  const ask = (dir: string, kpis: string) => async (): Promise<number> => {
    const { seconds, stdout } = await runMeasured([command, "ask", dir, kpis, "--period", "2026-09", "--json"]);
    const { rows } = JSON.parse(stdout) as { rows: { value: number | null }[] };
    if (rows.length !== kpis.split(",").length || rows.some(({ value }) => value === null))
      throw new Error(`no answer from ${dir}: ${stdout}`);
    return seconds * 1000;
  };
  let engine = "";
  const floor = async (): Promise<number> => {
    const { seconds, stdout } = await runMeasured([script("bare-engine.ts"), large]);
    engine = stdout;
    return seconds * 1000;
  };
  const board = "sessions,leads,sqls,mroi,ltv_cac";
  const runs = await interleaved(
    { floor, demo: ask(demo, "leads"), large: ask(large, "leads"), board: ask(large, board) },
    ROUNDS,
  );
  const row = (label: string, { runs: all }: { readonly runs: readonly number[] }): string[] => [
    label,
    [median(all), quantile(all, 0.25), quantile(all, 0.75)].map((time) => (time / 1000).toFixed(2)).join(" · "),
  ];
  return {
    text: [
      "## From nothing to an answer",
      TEXT,
      table(
        ["", "seconds: median · quartiles"],
        [
          row("`leadline ask` one KPI, demo workspace", runs.demo),
          row("`leadline ask` one KPI, 20 M sessions", runs.large),
          row("`leadline ask` five KPIs of the board, 20 M sessions", runs.board),
          row("for comparison: Node and the bare engine, `SELECT 1` on the same files", runs.floor),
        ],
      ),
    ].join("\n\n"),
    measured: `${machine()}; ${versions(engine)}; ${ROUNDS} rounds, each in a fresh process`,
  };
}

const TEXT = `The whole process of \`leadline ask … --json\`: start of Node, definitions and presets read and checked, the
warehouse opened, the question answered, everything closed.`;
