/** `node first-answer.ts SESSIONS RIVAL`: milliseconds of the first board in a fresh process; opening is not counted. */
import { milliseconds } from "../lib/sample.ts";
import { boardRivals, type RivalName } from "./board-rivals.ts";

const [sessions = "", name = ""] = process.argv.slice(2);
const rivals = await boardRivals(Number(sessions), [name as RivalName]);
const time = await milliseconds(rivals.ask[name as RivalName]);
await rivals.close();
process.stdout.write(`${time}\n`);
