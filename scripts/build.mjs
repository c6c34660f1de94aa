// `npm run build`: everything an installed package runs, into dist/: the program from src/ and demo/, and the web app.
import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { buildWeb } from "./build-web.mjs";
import { installDependencies, root, runTool } from "./set-up.mjs";

installDependencies();
// A file that is no longer in the sources must not stay in the package.
for (const folder of ["src", "demo"]) rmSync(join(root, "dist", folder), { recursive: true, force: true });
const compiled = runTool("typescript/bin/tsc", ["-p", "tsconfig.build.json"]);
if (compiled !== 0) process.exit(compiled);
// The generator reads its presets and KPIs from beside itself.
for (const folder of ["presets", "kpis"])
  cpSync(join(root, "demo", folder), join(root, "dist", "demo", folder), { recursive: true });
process.exit(buildWeb());
