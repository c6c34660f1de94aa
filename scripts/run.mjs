// Runs one of the project's TypeScript files under the project's Node.
import { environment, node, run } from "./set-up.mjs";

process.exit(run(node(), process.argv.slice(2), { env: environment() }));
