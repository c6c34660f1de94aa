import type { Engine } from "../../engine/engine.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { hashOf } from "../../sql/load/personal-cells.ts";
import { deleteRows } from "../load/delete-rows.ts";
import { LANDED_SYSTEM } from "../load/landed-system.ts";

/** Records that landed before addresses were hidden hold them in clear: anything that may be one. */
const ADDRESSES = `[^\\s"'\\\\<>,;:()\\[\\]{}]+@[^\\s"'\\\\<>,;:()\\[\\]{}]+`;

/**
 * Deletes the landed records that speak of a person: nobody knows where in them a name or phone number may be. Returns
 * their number.
 */
export async function eraseLanded(engine: Engine, hash: string, key: string): Promise<number> {
  const landed = `load_no IN (SELECT load_no FROM load WHERE system = ${textLiteral(LANDED_SYSTEM)})`;
  const addresses = `extractAll(lowerUTF8(cells[1]), ${textLiteral(ADDRESSES)})`;
  const found = await engine.query<{ load_no: number; lines: string[] }>(
    `SELECT load_no, groupArray(line) AS lines FROM raw_row
     WHERE ${landed} AND (position(cells[1], {hash:String}) > 0 OR arrayExists(address -> ${hashOf("address", key)} = {hash:String}, ${addresses}))
     GROUP BY load_no`,
    { hash },
    { timeoutSeconds: 600 },
  );
  for (const { load_no, lines } of found)
    await deleteRows(engine, "raw_row", `load_no = ${load_no} AND line IN (${lines.join(", ")})`);
  return found.reduce((sum, { lines }) => sum + lines.length, 0);
}
