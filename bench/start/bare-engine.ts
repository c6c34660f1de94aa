/** `node bare-engine.ts WORKSPACE`: opens the engine on a workspace's files, asks for 1 and closes it; prints its version. */
import { join } from "node:path";
import { openEngine } from "../../src/engine/open-engine.ts";

const engine = await openEngine({ path: join(process.argv[2] ?? "", ".leadline", "warehouse") });
await engine.query("SELECT 1");
await engine.close();
process.stdout.write(engine.version);
