import type { DeriveStep } from "./derive-context.ts";
import { insertDerived } from "./insert-derived.ts";
import { visibleRows } from "./visible-rows.ts";

/**
 * One row per person (by each of its e-mail hashes) or mail domain, and reason why nothing should be spent on reaching it:
 * a customer, by its own or its firm's won deal; named by an open deal; opted out; excluded by a rule of the workspace.
 */
export const suppressedContact: DeriveStep = ({ buildNo, visible }) => {
  const person = (reason: string, rule: string, day: string, rest: string): string =>
    `SELECT address.email_hash AS email_hash, '' AS mail_domain, address.person_key AS person_key, '${reason}' AS reason, ${rule} AS rule, toDate(assumeNotNull(${day})) AS day
  FROM derive_address AS address ${rest}`;
  const parts = [
    person(
      "customer",
      "''",
      "person.customer_since",
      "INNER JOIN derive_person AS person ON person.person_key = address.person_key WHERE person.customer_since IS NOT NULL",
    ),
    person(
      "customer",
      "''",
      "won.day",
      `INNER JOIN (SELECT person_key, min(date) AS day FROM funnel_entry WHERE build_no = ${buildNo} AND stage = 'won' GROUP BY person_key) AS won ON won.person_key = address.person_key`,
    ),
    person(
      "open_opportunity",
      "''",
      "open.day",
      `INNER JOIN (
    SELECT named.person_key AS person_key, min(deal.created_date) AS day
    FROM derive_deal_person AS named INNER JOIN derive_deal AS deal ON deal.deal_node = named.deal_node
    WHERE deal.status = 'open' AND deal.account_rule = 0
    GROUP BY named.person_key
  ) AS open ON open.person_key = address.person_key`,
    ),
    person(
      "excluded",
      "toString(person.excluded)",
      "toDate(0)",
      "INNER JOIN derive_person AS person ON person.person_key = address.person_key WHERE person.excluded != ''",
    ),
    `SELECT email_hash, '' AS mail_domain, '' AS person_key, 'opted_out' AS reason, argMin(lower(toString(event_type)), date) AS rule, min(date) AS day
  FROM email_event
  WHERE ${visibleRows("email_event", visible)} AND email_hash != '' AND lower(toString(event_type)) IN ('unsubscribe', 'complaint')
  GROUP BY email_hash`,
    `SELECT '' AS email_hash, substring(found_by, 8) AS mail_domain, '' AS person_key, 'customer' AS reason, '' AS rule, toDate(assumeNotNull(customer_since)) AS day
  FROM derive_firm
  WHERE startsWith(found_by, 'domain:') AND customer_since IS NOT NULL`,
    `SELECT '' AS email_hash, substring(account.found_by, 8) AS mail_domain, '' AS person_key, 'open_opportunity' AS reason, '' AS rule, toDate(assumeNotNull(open.day)) AS day
  FROM derive_account AS account
  INNER JOIN (
    SELECT resolved_account, min(created_date) AS day FROM derive_deal
    WHERE status = 'open' AND account_rule = 0 AND resolved_account != ''
    GROUP BY resolved_account
  ) AS open ON open.resolved_account = account.account_key
  WHERE startsWith(account.found_by, 'domain:')`,
  ];
  return [
    insertDerived(
      "suppressed_contact",
      buildNo,
      {
        email_hash: "email_hash",
        mail_domain: "mail_domain",
        person_key: "any(person_key)",
        reason: "reason",
        rule: "any(rule)",
        date: "min(day)",
      },
      `FROM (\n${parts.join("\nUNION ALL\n")}\n)\nGROUP BY email_hash, mail_domain, reason`,
    ),
  ];
};
