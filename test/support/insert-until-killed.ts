/**
 * Inserts batches of rows and prints each batch's number once the engine has acknowledged it, until it is killed:
 * `node insert-until-killed.ts DIRECTORY FIRST`.
 */
import { migrate } from "../../src/engine/migrate.ts";
import { openEngine } from "../../src/engine/open-engine.ts";

const [path = "", first = "1"] = process.argv.slice(2);
const engine = await openEngine({ path });
await migrate(engine);
for (let batch = Number(first); ; batch++) {
  const rows = Array.from({ length: 250 }, (_, line) => ({ load_no: batch, line, cells: [`cell ${line}`] }));
  await engine.insert("raw_row", rows);
  process.stdout.write(`${batch}\n`);
}
