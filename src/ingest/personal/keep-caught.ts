import { addressPatterns } from "../../sql/derive/exclusion-rules.ts";
import type { Site } from "../load/commit-event.ts";

/**
 * Keeps, under the token that will stand for a person, which exclusion rules catch the person by the address; without it
 * they would count once the address is gone.
 */
export async function keepCaught(
  { engine, settings: { exclusions } }: Site,
  hash: string,
  token: string,
): Promise<void> {
  const rules: string[] = [];
  for (const rule of exclusions) {
    const patterns = addressPatterns(rule);
    if (patterns.length === 0) continue;
    const [row] = await engine.query<{ n: string }>(
      `SELECT count() AS n FROM personal_data
       WHERE email_hash = {hash:String} AND arrayExists(pattern -> match(email, pattern), {patterns:Array(String)})`,
      { hash, patterns },
    );
    if (row?.n !== "0") rules.push(rule.id);
  }
  if (rules.length > 0) await engine.insert("forgotten_person", [{ email_hash: token, rules }]);
}
