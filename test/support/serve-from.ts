/** A Leadline whose clock goes on from a given instant: `node serve-from.ts 2026-11-20T09:00:00Z serve DIR …`. */
import { main } from "../../src/cli/program.ts";
import { realWorld } from "../../src/cli/world.ts";

const [instant = "", ...args] = process.argv.slice(2);
const ahead = Date.parse(instant) - Date.now();
const code = await main(args, { ...realWorld, now: () => new Date(Date.now() + ahead) });
process.exit(code);
