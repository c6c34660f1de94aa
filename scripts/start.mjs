// `npm start`: installs, builds, fills the demo workspace, serves it and prints the address.
import { buildWeb } from "./build-web.mjs";
import { environment, installDependencies, node, root, run } from "./set-up.mjs";

installDependencies();
const built = buildWeb();
if (built !== 0) process.exit(built);
process.exit(
  run(node(), [`${root}/bin/leadline.js`, "demo", "--serve", ...process.argv.slice(2)], { env: environment() }),
);
