import { recordName } from "./keys.ts";
import { personNode } from "./resolve-persons.ts";

/** Columns that rows about a person must have, so that the person can be told. */
export const PERSON_COLUMNS = ["system", "connection", "external_id", "person_id", "email_hash"] as const;

/**
 * Rows with the key of their person: by the record they name, by the e-mail hash of a known person, else by what they say
 * alone. Rows that say nothing stand each for a person of its own.
 */
export function withPerson(rows: string, columns: readonly string[]): string {
  const key = `multiIf(
    entry.person_id != '' AND alias.person_key != '', alias.person_key,
    address.person_key != '', address.person_key,
    entry.person_id != '', ${recordName("entry.system", "entry.connection", "entry.person_id")},
    entry.email_hash != '', concat('address/', entry.email_hash),
    ${recordName("entry.system", "entry.connection", "entry.external_id")}
  )`;
  return `SELECT ${columns.map((name) => `entry.${name} AS ${name}`).join(", ")}, ${key} AS person_key
  FROM (SELECT *, ${personNode("system", "connection", "person_id")} AS person_node FROM (${rows})) AS entry
  LEFT ANY JOIN derive_alias AS alias ON alias.node = entry.person_node
  LEFT ANY JOIN derive_address AS address ON address.email_hash = entry.email_hash`;
}
