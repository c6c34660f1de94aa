import type { VisiblePart } from "../../model/inventory.ts";
import type { DeriveStep } from "./derive-context.ts";
import { hash128, recordName } from "./keys.ts";
import { isLoaded, standingEntities, standingHistory } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

/**
 * Rounds in which records that share a person meet. Two rounds at least double the reach, so that this joins chains of
 * sixteen records that hang together by ever new addresses, and any number that share one.
 */
const IDENTITY_ROUNDS = 8;

/** The node of a record in the graph of identities. */
export function personNode(system: string, connection: string, id: string): string {
  return hash128(system, connection, id);
}

/**
 * `derive_alias`: for every record that shares a person with another one, the person's key, which is the name of the
 * alphabetically first record that was not merged away. Records meet by the same e-mail hash, in whatever system, and by
 * merges: the first name spreads through the groups that records share.
 */
export const resolvePersons: DeriveStep = ({ visible }) => {
  // Without merges each record has one address and hangs together with others by it alone, which takes one round.
  const rounds = isLoaded("person_identity", visible) ? IDENTITY_ROUNDS : 1;
  return workTable(
    "derive_alias",
    "node",
    `SELECT node, substring(label, 2) AS person_key FROM (${spread(groupsOfRecords(visible), rounds)})`,
  );
};

/** The person of a record: `alias` is `derive_alias` joined on the record's node. */
export function personKey(alias: string, system: string, connection: string, id: string): string {
  return `if(${alias}.person_key != '', ${alias}.person_key, ${recordName(system, connection, id)})`;
}

/** Per record its label (merged-away records sort last) and the groups it is in: one per address, one per merge. */
function groupsOfRecords(visible: readonly VisiblePart[]): string {
  const columns = ["system", "connection", "external_id", "email_hash"];
  const person = standingEntities("person", visible, columns);
  const identity = standingHistory("person_identity", visible, [...columns, "person_id"]);
  const record = (id: string) =>
    `${personNode("system", "connection", id)} AS node, ${recordName("system", "connection", id)} AS name`;
  const address = `${hash128("'e-mail'", "email_hash")} AS grp`;
  const merge = `${personNode("system", "connection", "person_id")} AS grp`;
  const members = [
    `SELECT ${record("external_id")}, ${address}, 0 AS merged FROM (${person}) WHERE email_hash != ''`,
    ...(isLoaded("person_identity", visible)
      ? [
          `SELECT ${record("external_id")}, ${merge}, 1 AS merged FROM (${identity}) WHERE external_id != person_id`,
          `SELECT ${record("person_id")}, ${merge}, 0 AS merged FROM (${identity})`,
          `SELECT ${record("person_id")}, ${address}, 0 AS merged FROM (${identity}) WHERE email_hash != ''`,
        ]
      : []),
  ];
  return `SELECT node, concat(toString(max(merged)), any(name)) AS label, groupUniqArray(grp) AS groups
FROM (${members.join("\nUNION ALL ")})
GROUP BY node`;
}

/**
 * A round gives every group the least label of its records, and every record the least label of its groups. Records of one
 * label are a group in the next round. Groups of a single record are left out, so that only shared identities travel on.
 */
function spread(records: string, rounds: number): string {
  if (rounds === 0) return records;
  return `SELECT node, min(least) AS label, arrayPushBack(groupArray(grp), ${hash128("label")}) AS groups
FROM (
  SELECT grp, arrayJoin(nodes) AS node, least
  FROM (SELECT arrayJoin(groups) AS grp, groupArray(node) AS nodes, min(label) AS least FROM (
${spread(records, rounds - 1)}
  ) GROUP BY grp HAVING length(nodes) > 1)
)
GROUP BY node`;
}
