/** Opens a warehouse in a process of its own and holds it until killed: `node hold-warehouse.ts DIRECTORY`. */
import { openEngine } from "../../src/engine/open-engine.ts";

const [path = ""] = process.argv.slice(2);
try {
  await openEngine({ path });
  process.stdout.write("held\n");
  setInterval(() => {}, 1000);
} catch (error) {
  const { code, message } = error as { code?: string; message: string };
  process.stdout.write(`${code} ${message}\n`);
  process.exit(1);
}
