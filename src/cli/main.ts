import { apartFromInput } from "./piped-input.ts";
import { main } from "./program.ts";
import { realWorld } from "./world.ts";

// A reader that has seen enough closes the pipe (`… | head`); what is left to say is then said to nobody.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const args = process.argv.slice(2);
process.exitCode = (await apartFromInput(args[0])) ?? (await main(args, realWorld));
// The embedded engine keeps threads of its own; when the answer is out, the process is done.
await new Promise((done) => process.stdout.write("", done));
process.exit(process.exitCode);
