import type { DeriveStep } from "./derive-context.ts";
import { DIMS } from "./insert-derived.ts";
import { dealNode } from "./resolve-deals.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { standingEntities } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

/** `derive_meeting`: the standing meetings with their person: the one they name, else the first one their deal names. */
export const collectMeetings: DeriveStep = ({ visible }) => {
  const columns = [
    ...["external_id", "date", "meeting_date", "kind", "status", ...DIMS, "attributes", "load_no", "raw_row"],
  ];
  const meetings = standingEntities("meeting", visible, [
    ...["system", "connection", "person_id", "opportunity_id", ...columns],
  ]);
  return workTable(
    "derive_meeting",
    "date",
    `SELECT
  ${columns.map((name) => `meeting.${name} AS ${name}`).join(", ")},
  meeting.deal_node AS deal_node,
  multiIf(
    meeting.person_id != '', ${personKey("alias", "meeting.system", "meeting.connection", "meeting.person_id")},
    named.person_key
  ) AS person_key
FROM (
  SELECT
    *,
    ${personNode("system", "connection", "person_id")} AS person_node,
    if(opportunity_id = '', 0, ${dealNode("system", "connection", "opportunity_id")}) AS deal_node
  FROM (${meetings})
) AS meeting
LEFT ANY JOIN derive_alias AS alias ON alias.node = meeting.person_node
LEFT ANY JOIN (SELECT deal_node, argMin(person_key, position) AS person_key FROM derive_deal_person GROUP BY deal_node) AS named ON named.deal_node = meeting.deal_node`,
  );
};
