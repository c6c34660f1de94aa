import type { DeriveStep } from "./derive-context.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { standingEntities } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

/** `derive_address`: the person of each e-mail hash that a person record holds. */
export const collectAddresses: DeriveStep = ({ visible }) =>
  workTable(
    "derive_address",
    "email_hash",
    `SELECT record.email_hash AS email_hash, min(${personKey("alias", "record.system", "record.connection", "record.external_id")}) AS person_key
FROM (
  SELECT *, ${personNode("system", "connection", "external_id")} AS node
  FROM (${standingEntities("person", visible, ["system", "connection", "external_id", "email_hash"])})
  WHERE email_hash != ''
) AS record
LEFT ANY JOIN derive_alias AS alias ON alias.node = record.node
GROUP BY email_hash`,
  );
