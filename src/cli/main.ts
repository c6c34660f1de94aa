import { apartFromInput } from "./piped-input.ts";
import { main } from "./program.ts";
import { realWorld } from "./world.ts";

const args = process.argv.slice(2);
process.exitCode = (await apartFromInput(args[0])) ?? (await main(args, realWorld));
// The embedded engine keeps threads of its own; when the answer is out, the process is done.
await new Promise((done) => process.stdout.write("", done));
process.exit(process.exitCode);
