import type { DeriveStep } from "./derive-context.ts";
import { DIMS } from "./insert-derived.ts";
import { machineSignal, RELAY_DOMAINS } from "./machine-signals.ts";
import { isLoaded, standingEntities, standingHistory } from "./standing-rows.ts";
import { PERSON_COLUMNS, withPerson } from "./with-person.ts";
import { workTable } from "./work-table.ts";

const COLUMNS = [
  ...PERSON_COLUMNS,
  ...["campaign_id", "date", "occurred_at", "event_type", "is_machine", "machine_signal", "user_agent", "program_type"],
  ...[...DIMS, "attributes", "load_no", "raw_row"],
];

/**
 * `derive_mail_event`: the events of mailings with their person, and `signal`: what gives an open or a click away as made by
 * a machine ("" = a person's). Such events are kept.
 */
export const collectMailEvents: DeriveStep = ({ visible }) => {
  const events = withPerson(standingHistory("email_event", visible, COLUMNS), COLUMNS);
  const relays = RELAY_DOMAINS.map((domain) => `'${domain}'`).join(", ");
  const relayed = isLoaded("person", visible)
    ? `email_hash != '' AND email_hash IN (SELECT email_hash FROM (${standingEntities("person", visible, ["email_hash", "mail_domain"])}) WHERE lower(toString(mail_domain)) IN (${relays}))`
    : "0";
  return [
    ...workTable(
      "derive_mail",
      "system, connection, campaign_id, person_key",
      `SELECT *, lower(toString(event_type)) AS type, ${relayed} AS at_relay FROM (${events})`,
    ),
    ...workTable(
      "derive_mail_event",
      "system, connection, campaign_id, person_key",
      `SELECT event.*, ${machineSignal("event", "mail.reached_at", "mail.clicks")} AS signal
FROM derive_mail AS event
LEFT ANY JOIN (
  SELECT system, connection, campaign_id, person_key,
    coalesce(minIf(occurred_at, type = 'delivered'), minIf(occurred_at, type = 'sent')) AS reached_at,
    groupArrayIf(assumeNotNull(occurred_at), type = 'click' AND occurred_at IS NOT NULL) AS clicks
  FROM derive_mail
  WHERE type IN ('sent', 'delivered', 'click')
  GROUP BY system, connection, campaign_id, person_key
) AS mail ON mail.system = event.system AND mail.connection = event.connection AND mail.campaign_id = event.campaign_id AND mail.person_key = event.person_key`,
    ),
  ];
};
