import { recordNames } from "./property-names.ts";
import type { JsonRecord } from "./tap-message.ts";

/** A record that names every property of its stream, so that a file with it first has the same columns each time. */
export function completeRecord(record: JsonRecord, properties: readonly string[]): JsonRecord {
  const held = new Set([...recordNames(record), ...Object.keys(record)]);
  const missing = properties.filter((name) => !held.has(name)).map((name) => [name, null]);
  return { ...record, ...Object.fromEntries(missing) };
}
