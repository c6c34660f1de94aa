import type { Engine } from "../../engine/engine.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { hashOf } from "../../sql/load/personal-cells.ts";
import { deleteRows } from "../load/delete-rows.ts";
import { LANDED_SYSTEM } from "../load/landed-system.ts";

/** Anything in a record's text that may be an address. */
const ADDRESSES = `[^\\s"'\\\\<>,;:()\\[\\]{}]+@[^\\s"'\\\\<>,;:()\\[\\]{}]+`;

/**
 * Deletes the landed records in which a person's address stands; they are kept as the tap sent them until a preset reads
 * them. Returns their number.
 */
export async function eraseLanded(engine: Engine, hash: string, key: string): Promise<number> {
  const landed = `load_no IN (SELECT load_no FROM load WHERE system = ${textLiteral(LANDED_SYSTEM)})`;
  const addresses = `extractAll(lowerUTF8(cells[1]), ${textLiteral(ADDRESSES)})`;
  const found = await engine.query<{ load_no: number; lines: string[] }>(
    `SELECT load_no, groupArray(line) AS lines FROM raw_row
     WHERE ${landed} AND arrayExists(address -> ${hashOf("address", key)} = {hash:String}, ${addresses})
     GROUP BY load_no`,
    { hash },
    { timeoutSeconds: 600 },
  );
  for (const { load_no, lines } of found)
    await deleteRows(engine, "raw_row", `load_no = ${load_no} AND line IN (${lines.join(", ")})`);
  return found.reduce((sum, { lines }) => sum + lines.length, 0);
}
