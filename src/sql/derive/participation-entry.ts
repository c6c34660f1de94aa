import type { VisiblePart } from "../../model/inventory.ts";
import { eventNode, SAME_PARTICIPANT } from "./collect-events.ts";
import type { DeriveStep } from "./derive-context.ts";
import { type DerivedDimension, DIMS, eachDim, firstSet, insertDerived } from "./insert-derived.ts";
import { isLoaded, standingHistory } from "./standing-rows.ts";
import { visibleRows } from "./visible-rows.ts";
import { PERSON_COLUMNS, withPerson } from "./with-person.ts";

/** The rule that leaves out those who held the event. */
export const EVENT_STAFF_RULE = "event_staff";

/** The rule that leaves out what the CRM lists of an event where the attendance tool has reported the same person. */
export const SAME_EVENT_RULE = "same_event";

/** What rows about people take from the person where they say nothing themselves; how a person once came to us is not among it. */
export const OF_THE_PERSON: ReadonlySet<DerivedDimension> = new Set([
  "country",
  "segment",
  "product",
  "account",
  "owner",
]);

/**
 * One row per person and event. Joins are put together: their time together counts once, where the source tells when each
 * began and ended, else their minutes are added. Who registered after the live end watches on demand only; panelists and
 * hosts are left out by a named rule, and so is a person's second row of one event from a system that only lists members.
 */
export const participationEntry: DeriveStep = ({ buildNo, visible }) => {
  const columns = [
    ...PERSON_COLUMNS,
    ...["event_id", "registered_at", "joined_at", "left_at", "live_minutes", "on_demand_minutes", "watched_on"],
    ...["asked", "talk_held", "role", "status", ...DIMS, "attributes", "load_no", "raw_row"],
  ];
  const rows = withPerson(standingHistory("participation", visible, columns, SAME_PARTICIPANT), columns);
  const twice = toldTwice(visible, rows);
  const late = "ifNull(one.registered_at > event.ends_at, 0)";
  const attended =
    "if(one.live_minutes IS NULL, one.said_attended, one.live_minutes > 0 AND one.live_minutes >= ifNull(event.minimum_minutes, 0))";
  const onDemand = "(one.said_on_demand OR ifNull(one.on_demand_minutes > 0, 0))";
  const onDemandOnly = `(one.only_on_demand AND one.registered_at IS NULL)`;
  const nextStep = (since: string) =>
    `if(length(arrayFilter(day -> day >= ${since}, step.days)) = 0, NULL, toInt64(arrayMin(arrayFilter(day -> day >= ${since}, step.days)) - ${since}))`;
  return [
    insertDerived(
      "participation_entry",
      buildNo,
      {
        event_id: "event.event_id",
        person_key: "one.person_key",
        date: "event.day",
        event_name: "event.told_event_name",
        event_kind: "event.told_event_kind",
        topic: "event.told_topic",
        registered: `toUInt8(${attended} OR NOT (one.cancelled OR ${late} OR ${onDemandOnly}))`,
        attended: `toUInt8(${attended})`,
        live_minutes: "one.live_minutes",
        on_demand: `toUInt8(${onDemand})`,
        on_demand_minutes: "one.on_demand_minutes",
        asked: "one.asked",
        talk_held: "one.talk_held",
        next_step_days: `if(${attended}, ${nextStep("event.day")}, NULL)`,
        on_demand_next_step_days: `if(${onDemand}, ${nextStep("ifNull(one.watched_on, event.day)")}, NULL)`,
        ...eachDim((dim) =>
          firstSet(`one.told_${dim}`, `event.told_${dim}`, ...(OF_THE_PERSON.has(dim) ? [`person.${dim}`] : [])),
        ),
        attributes: "one.attributes",
        excluded: firstSet("person.excluded", `if(one.staff, '${EVENT_STAFF_RULE}', '')`, ...twice.excluded),
        load_no: "one.load_no",
        raw_row: "one.raw_row",
      },
      `FROM (
  SELECT
    row.node AS node,
    row.person_key AS person_key,
    any(toString(row.system)) AS system,
    min(row.registered_at) AS registered_at,
    ${together("row.live_minutes")} AS live_minutes,
    sumOrNull(row.on_demand_minutes) AS on_demand_minutes,
    min(row.watched_on) AS watched_on,
    max(row.asked) AS asked,
    max(row.talk_held) AS talk_held,
    max(lower(toString(row.role)) IN ('panelist', 'host', 'staff')) AS staff,
    max(row.said IN ('attended', 'contact')) AS said_attended,
    max(row.said = 'on_demand') AS said_on_demand,
    min(row.said = 'on_demand') AS only_on_demand,
    min(row.said = 'cancelled') AS cancelled,
    ${DIMS.map((dim) => `anyIf(toString(row.${dim}), row.${dim} != '') AS told_${dim}`).join(",\n    ")},
    any(row.attributes) AS attributes,
    min(row.load_no) AS load_no,
    min(row.raw_row) AS raw_row
  FROM (SELECT *, ${eventNode("system", "connection", "event_id")} AS node, lower(toString(status)) AS said FROM (${rows})) AS row
  GROUP BY row.node, row.person_key
) AS one
INNER JOIN derive_event AS event ON event.node = one.node
LEFT ANY JOIN derive_person AS person ON person.person_key = one.person_key
LEFT ANY JOIN (
  SELECT person_key, groupArray(date) AS days
  FROM (
    SELECT person_key, date FROM funnel_entry WHERE build_no = ${buildNo} AND stage != 'lead' AND inferred = 0
    UNION ALL
    SELECT person_key, date FROM derive_meeting WHERE person_key != ''
  )
  GROUP BY person_key
) AS step ON step.person_key = one.person_key${twice.join}`,
    ),
  ];
};

/**
 * A CRM lists the members of a webinar's campaign; the tool that held it reports the webinar itself. Of a person at two
 * events of one kind and of the same day or name, the one in the tool's report counts. Two events that both are reported,
 * or both only listed, are two.
 */
function toldTwice(
  visible: readonly VisiblePart[],
  rows: string,
): { readonly excluded: readonly string[]; readonly join: string } {
  const systems = new Set(visible.filter((part) => part.fact === "participation").map(({ system }) => system));
  if (systems.size < 2 || !isLoaded("event", visible)) return { excluded: [], join: "" };
  const reported = `SELECT ${eventNode("system", "connection", "external_id")} FROM event WHERE ${visibleRows("event", visible)}`;
  const plain = (text: string) => `lowerUTF8(trimBoth(toString(${text})))`;
  const same = [
    "held.1 != one.system",
    `held.2 = ${plain("event.told_event_kind")}`,
    `(held.3 = event.day OR (held.4 != '' AND held.4 = ${plain("event.told_event_name")}))`,
  ].join(" AND ");
  return {
    excluded: [
      `if(one.node NOT IN (${reported}) AND arrayExists(held -> ${same}, reported.events), '${SAME_EVENT_RULE}', '')`,
    ],
    join: `
LEFT ANY JOIN (
  SELECT
    row.person_key AS person_key,
    groupUniqArray((row.row_system, ${plain("held.told_event_kind")}, held.day, ${plain("held.told_event_name")})) AS events
  FROM (
    SELECT person_key, toString(system) AS row_system, ${eventNode("system", "connection", "event_id")} AS node FROM (${rows})
  ) AS row
  INNER JOIN derive_event AS held ON held.node = row.node
  WHERE row.node IN (${reported})
  GROUP BY row.person_key
) AS reported ON reported.person_key = one.person_key`,
  };
}

/** Minutes of all joins: the length of their union where every join with minutes has a beginning and an end, else the sum. */
function together(minutes: string): string {
  const timed = "row.joined_at IS NOT NULL AND row.left_at IS NOT NULL AND row.left_at >= row.joined_at";
  const ends = (column: string) => `ifNull(toUnixTimestamp64Milli(${column}), 0)`;
  const union = `toDecimal64(intervalLengthSumIf(${ends("row.joined_at")}, ${ends("row.left_at")}, ${timed}) / 60000, 4)`;
  return `if(countIf(${timed}) > 0 AND countIf(${minutes} > 0 AND NOT (${timed})) = 0, toNullable(${union}), CAST(sumOrNull(${minutes}), 'Nullable(Decimal(18, 4))'))`;
}
