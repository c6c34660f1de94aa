import { main } from "./program.ts";
import { realWorld } from "./world.ts";

process.exitCode = await main(process.argv.slice(2), realWorld);
// The embedded engine keeps threads of its own; when the answer is out, the process is done.
await new Promise((done) => process.stdout.write("", done));
process.exit(process.exitCode);
