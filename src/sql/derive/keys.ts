/** A 128-bit key of some text values: small to join and group by, and collisions are out of reach. */
export function hash128(...values: readonly string[]): string {
  return `reinterpretAsUInt128(sipHash128(${values.join(", ")}))`;
}

/** `system/connection/id`: how a record is named across systems. */
export function recordName(system: string, connection: string, id: string): string {
  return `concat(${system}, '/', ${connection}, '/', ${id})`;
}
