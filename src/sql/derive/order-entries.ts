import { STAGES } from "../../model/stages.ts";
import type { DeriveContext, DeriveStep } from "./derive-context.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { standingStages } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

/** What happens to a person, in the order in which events of one day are taken to follow each other. */
const HAPPENINGS = [...STAGES, "demo", "demo_held", "deal_open", "deal_lost", "lost", "recycled"] as const;
export type Happening = (typeof HAPPENINGS)[number];

/** The place of a happening in `HAPPENINGS`, from 1; the stages come first, so `<= STAGES.length` means a stage. */
export function place(happening: Happening): number {
  return HAPPENINGS.indexOf(happening) + 1;
}

export const DEAL_EVIDENCE = "deal";

/**
 * `derive_entry`: everything that happens to known persons, each with its journey. A recycled person's next lead or MQL
 * entry, or an entry of a stage that was entered before, opens the next journey. Deals and meetings happen in the journey that runs when they
 * are created or booked.
 */
export const orderEntries: DeriveStep = (context) => {
  const all = `${stageEntries(context)}\nUNION ALL\n${dealEntries()}\nUNION ALL\n${demoEntries()}`;
  return [
    ...workTable("derive_happening", "person_key, at, moment, happening", all),
    ...workTable(
      "derive_entry",
      "person_key, journey",
      `SELECT person_key, toUInt32(1) AS journey, ${ENTRY} FROM derive_happening WHERE person_key NOT IN (${RECYCLED})
UNION ALL
SELECT person_key, journey, ${ENTRY} FROM (${numberedJourneys()})`,
    ),
  ];
};

const ENTRY = "happening, date, evidence, load_no, raw_row";
const RECYCLED = `SELECT person_key FROM derive_happening WHERE happening = ${place("recycled")}`;

function stageEntries({ visible }: DeriveContext): string {
  const columns = [
    "system",
    "connection",
    "person_id",
    "stage",
    "date",
    "entered_at",
    "evidence",
    "load_no",
    "raw_row",
  ];
  return `SELECT
  ${personKey("alias", "entry.system", "entry.connection", "entry.person_id")} AS person_key,
  entry.date AS at,
  ifNull(toUnixTimestamp64Milli(entry.entered_at), 0) AS moment,
  toUInt8(entry.happening) AS happening,
  entry.date AS date,
  entry.evidence AS evidence,
  entry.load_no AS load_no,
  entry.raw_row AS raw_row
FROM (
  SELECT
    system, connection, ${personNode("system", "connection", "person_id")} AS node, person_id, date, entered_at,
    toString(evidence) AS evidence, load_no, raw_row,
    transform(lower(toString(stage)), ${happenings(["lead", "mql", "sql", "opportunity", "won", "lost", "recycled"])}, 0) AS happening
  FROM (${standingStages(visible, columns)})
) AS entry
LEFT ANY JOIN derive_alias AS alias ON alias.node = entry.node
WHERE entry.happening > 0`;
}

function happenings(names: readonly Happening[]): string {
  return `[${names.map((name) => `'${name}'`).join(", ")}], [${names.map(place).join(", ")}]`;
}

/** A deal of new business gives the persons it names their opportunity and its outcome, dated within the deal's journey. */
function dealEntries(): string {
  const events = [
    `(${place("opportunity")}, created_date)`,
    `(multiIf(status = 'won', ${place("won")}, status = 'lost', ${place("deal_lost")}, ${place("deal_open")}), ifNull(closed_date, created_date))`,
  ];
  return `SELECT
  named.person_key AS person_key,
  assumeNotNull(deal.created_date) AS at,
  0 AS moment,
  toUInt8(event.1) AS happening,
  assumeNotNull(event.2) AS date,
  '${DEAL_EVIDENCE}' AS evidence,
  deal.load_no AS load_no,
  deal.raw_row AS raw_row
FROM derive_deal_person AS named
INNER JOIN (SELECT * FROM derive_deal WHERE created_date IS NOT NULL AND is_new_business AND account_rule = 0) AS deal ON deal.deal_node = named.deal_node
ARRAY JOIN [${events.join(", ")}] AS event
WHERE named.person_key IN (SELECT person_key FROM derive_person)`;
}

function demoEntries(): string {
  const events = [
    `(${place("demo")}, meeting.date, true)`,
    `(${place("demo_held")}, ifNull(meeting.meeting_date, meeting.date), CAST(lower(toString(meeting.status)) = 'held' AS Bool))`,
  ];
  return `SELECT
  meeting.person_key AS person_key,
  meeting.date AS at,
  0 AS moment,
  toUInt8(event.1) AS happening,
  event.2 AS date,
  'meeting' AS evidence,
  meeting.load_no AS load_no,
  meeting.raw_row AS raw_row
FROM derive_meeting AS meeting
ARRAY JOIN [${events.join(", ")}] AS event
WHERE event.3 AND meeting.person_key != '' AND lower(toString(meeting.kind)) IN ('', 'demo')`;
}

function numberedJourneys(): string {
  const inOrder = "PARTITION BY person_key ORDER BY at, moment, happening, load_no, raw_row";
  const before = "ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING";
  const upToNow = "ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW";
  const isStage = `(happening <= ${STAGES.length} AND evidence != '${DEAL_EVIDENCE}')`;
  return `
  SELECT *, toUInt32(1 + sum(first_opener) OVER (${inOrder} ${upToNow})) AS journey
  FROM (
    SELECT *, opener AND row_number() OVER (PARTITION BY person_key, closings, opener ORDER BY at, moment, happening, load_no, raw_row) = 1 AS first_opener
    FROM (
      SELECT *, closings > 0 AND ${isStage} AND (happening <= ${place("mql")} OR times > 1) AS opener
      FROM (
        SELECT
          *,
          sum(happening = ${place("recycled")} AND stages_before > 0) OVER (${inOrder} ${before}) AS closings,
          row_number() OVER (PARTITION BY person_key, happening, ${isStage} ORDER BY at, moment, load_no, raw_row) AS times
        FROM (
          SELECT *, sum(${isStage}) OVER (${inOrder} ${before}) AS stages_before
          FROM derive_happening
          WHERE person_key IN (${RECYCLED})
        )
      )
    )
  )`;
}
