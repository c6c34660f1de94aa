import type { DeriveStep } from "./derive-context.ts";
import { DIMS } from "./insert-derived.ts";
import { hash128 } from "./keys.ts";
import { isLoaded, standingEntities, standingHistory } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

const TEXTS = ["event_name", "event_kind", "topic", ...DIMS] as const;

/** An event in the graph of records. */
export function eventNode(system: string, connection: string, id: string): string {
  return hash128(system, connection, id);
}

/**
 * The newest load that speaks of a person at an event tells all of that person's joins; rows without a person stand for
 * themselves.
 */
export const SAME_PARTICIPANT = hash128(
  "system",
  "connection",
  "event_id",
  "multiIf(email_hash != '', email_hash, person_id != '', person_id, external_id)",
);

/** What tells most of the event comes first, and of its days the first one. */
const FIRST = "(row.rank, ifNull(row.known_day, toDate(0)), row.load_no, row.raw_row)";

/** `derive_event`: one row per event, from its own record, else from what participations say of it. */
export const collectEvents: DeriveStep = ({ visible }) => {
  const shared = ["system", "connection", ...TEXTS, "attributes", "load_no", "raw_row", "minimum_minutes"];
  const rows = [
    ...(isLoaded("event", visible)
      ? [
          `SELECT ${eventNode("system", "connection", "known_id")} AS node, if(event_id = '', external_id, event_id) AS known_id, if(event_id = '', 1, 0) AS rank, toNullable(date) AS day, day AS known_day,
    coalesce(ends_at, addSeconds(starts_at, toInt64(toFloat64(duration_minutes) * 60))) AS live_end, items_given, talks_held, ${shared.join(", ")}
  FROM (${standingEntities("event", visible, ["external_id", "event_id", "date", "starts_at", "ends_at", "duration_minutes", "items_given", "talks_held", ...shared])})`,
        ]
      : []),
    ...(isLoaded("participation", visible)
      ? [
          `SELECT ${eventNode("system", "connection", "event_id")} AS node, event_id AS known_id, 2 AS rank, date AS day, coalesce(date, toDate(joined_at), watched_on, toDate(registered_at)) AS known_day,
    CAST(NULL AS Nullable(DateTime64(3, 'UTC'))) AS live_end, items_given, toNullable(toInt64(talk_held)) AS talks_held, ${shared.join(", ")}
  FROM (${standingHistory("participation", visible, ["event_id", "date", "joined_at", "watched_on", "registered_at", "items_given", "talk_held", ...shared], SAME_PARTICIPANT)})`,
        ]
      : []),
  ];
  /** The sum of its days first, then the event's own record, then the sum over its participants. */
  const counted = (column: string) =>
    `coalesce(sumOrNullIf(row.${column}, row.rank = 0), anyIf(row.${column}, row.rank = 1), sumOrNullIf(row.${column}, row.rank = 2))`;
  return workTable(
    "derive_event",
    "node",
    `SELECT
  row.node AS node,
  any(row.known_id) AS event_id,
  ifNull(coalesce(minOrNullIf(row.day, row.rank < 2), min(row.day), min(row.known_day)), toDate(0)) AS day,
  max(row.live_end) AS ends_at,
  argMinIf(row.minimum_minutes, ${FIRST}, row.minimum_minutes IS NOT NULL) AS minimum_minutes,
  ${counted("items_given")} AS items_given,
  ${counted("talks_held")} AS talks_held,
  ${TEXTS.map((name) => `argMinIf(toString(row.${name}), ${FIRST}, row.${name} != '') AS told_${name}`).join(",\n  ")},
  argMin(row.attributes, ${FIRST}) AS attributes,
  argMin(row.load_no, ${FIRST}) AS load_no,
  argMin(row.raw_row, ${FIRST}) AS raw_row
FROM (
  ${rows.join("\n  UNION ALL\n  ")}
) AS row
GROUP BY row.node`,
  );
};
