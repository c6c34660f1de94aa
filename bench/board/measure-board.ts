/** `node measure-board.ts SESSIONS ROUNDS`: asserts that all rivals give one board, then times them; prints JSON. */
import { interleaved, milliseconds, type Sample } from "../lib/sample.ts";
import { boardRivals, RIVALS, type RivalName } from "./board-rivals.ts";
import { differences } from "./board-values.ts";

export interface BoardMeasured {
  readonly engine: string;
  /** How many values were compared. */
  readonly values: number;
  readonly warm: Readonly<Record<RivalName, Sample>>;
}

const [sessions = "", rounds = ""] = process.argv.slice(2);
const { ask, ownTime, engine, close } = await boardRivals(Number(sessions));

const own = await ask.leadline();
const eight = await ask.leadlineEight();
for (const [name, values] of [
  ["clickhouse", own],
  ["duckdb", own],
  ["drizzleCube", eight],
] as const) {
  const found = differences(values, await ask[name]());
  if (found.length > 0) throw new Error(`${name} gives another board:\n${found.join("\n")}`);
}
const timed = Object.fromEntries(
  RIVALS.map((name) => [
    name,
    async () => {
      const time = await milliseconds(ask[name]);
      return ownTime(name) ?? time;
    },
  ]),
) as Record<RivalName, () => Promise<number>>;
await interleaved(timed, 2);
const measured: BoardMeasured = { engine, values: own.size, warm: await interleaved(timed, Number(rounds)) };
await close();
process.stdout.write(`${JSON.stringify(measured)}\n`);
