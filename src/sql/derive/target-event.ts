import { accountName } from "./account-names.ts";
import type { DeriveContext, DeriveStep } from "./derive-context.ts";
import { insertDerived } from "./insert-derived.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { isLoaded, standingEntities, standingHistory } from "./standing-rows.ts";
import { PERSON_COLUMNS, withPerson } from "./with-person.ts";
import { workTable } from "./work-table.ts";

const COPIED = ["list", "country", "segment", "product", "owner", "attributes", "until", "load_no", "raw_row"] as const;

const ROLE_TITLE = `' ' || replaceRegexpAll(lowerUTF8(arrayFirst(text -> text != '', [contact.attributes['title'], contact.attributes['job_title'], ''])), '[^\\\\p{L}\\\\p{N}]+', ' ') || ' '`;
const ROLE_FIELD = `lowerUTF8(arrayFirst(text -> text != '', [contact.attributes['role'], contact.attributes['buying_role'], '']))`;
/** Chinese has no blanks between words. */
const HAS_ROLE = `(role_field = role OR position(role_title, ' ' || role || ' ') > 0 OR (match(role, '\\\\p{Han}') AND position(role_title, role) > 0))`;

/** People of firms, as the roles of a buying group are looked for in them. */
const CONTACTS = `SELECT person_key, lowerUTF8(account) AS account_key, ${ROLE_TITLE} AS role_title, ${ROLE_FIELD} AS role_field
FROM derive_person AS contact
WHERE account != '' AND excluded = ''`;

const copied = (from: string): string => COPIED.map((name) => `${from}.${name} AS ${name}`).join(", ");

/**
 * Target accounts in long form. Contacts belong to an account by the firm that people are resolved to; a contact has a
 * wanted role when the field `role` names it, or the job title contains its words. An engagement counts from the day the
 * account was listed until it left the list.
 */
export const targetEvent: DeriveStep = (context) => {
  const rows = [listed(), wanted(), known(context), engaged(context)];
  return [
    ...workTable("derive_target", "account_key", targets(context)),
    ...workTable("derive_contact", "account_key", CONTACTS),
    insertDerived(
      "target_event",
      context.buildNo,
      {
        account_key: "found.account_key",
        role_key: "if(found.wanted = '', '', concat(found.account_key, '/', found.wanted))",
        event: "found.happened",
        date: "assumeNotNull(found.day)",
        buying_role: "found.wanted",
        engagement: "found.engaged_by",
        account: "found.title",
        ...Object.fromEntries(COPIED.map((name) => [name, `found.${name}`])),
      },
      `FROM (
${rows.join("\nUNION ALL\n")}
) AS found`,
    ),
  ];
};

/** The targets with the title that people's firms go by. */
function targets({ visible }: DeriveContext): string {
  const columns = [...COPIED, "external_id", "name", "domain", "wanted_roles", "date"];
  const title =
    "arrayFirst(text -> text != '', [by_domain.title, by_title.title, one.name, toString(one.domain), one.external_id])";
  return `SELECT *, lowerUTF8(title) AS account_key
FROM (
  SELECT ${title} AS title, arrayDistinct(arrayFilter(role -> role != '', arrayMap(role -> lowerUTF8(trimBoth(role)), one.wanted_roles))) AS roles, one.date AS day, ${copied("one")}
  FROM (SELECT *, ${accountName.domain("domain")} AS own_domain, ${accountName.title("name")} AS own_title FROM (${standingEntities("target_account", visible, columns)})) AS one
  LEFT ANY JOIN derive_firm AS by_domain ON by_domain.found_by = one.own_domain
  LEFT ANY JOIN derive_firm AS by_title ON by_title.found_by = one.own_title
)`;
}

function listed(): string {
  return `SELECT account_key, '' AS wanted, 'listed' AS happened, toNullable(target.day) AS day, '' AS engaged_by, title, ${copied("target")} FROM derive_target AS target`;
}

function wanted(): string {
  return `SELECT account_key, arrayJoin(roles) AS wanted, 'role_wanted' AS happened, toNullable(target.day) AS day, '' AS engaged_by, title, ${copied("target")} FROM derive_target AS target`;
}

/** A contact without a day of creation was known when the account was listed. */
function known({ visible }: DeriveContext): string {
  const created = `SELECT ${personKey("alias", "record.system", "record.connection", "record.external_id")} AS person_key, min(record.created_date) AS created
    FROM (SELECT *, ${personNode("system", "connection", "external_id")} AS node FROM (${standingEntities("person", visible, ["system", "connection", "external_id", "created_date"])})) AS record
    LEFT ANY JOIN derive_alias AS alias ON alias.node = record.node
    GROUP BY person_key`;
  return `SELECT target.account_key AS account_key, role AS wanted, 'role_known' AS happened, greatest(target.day, ifNull(birth.created, target.day)) AS day, '' AS engaged_by, target.title AS title, ${copied("target")}
FROM derive_contact AS contact
INNER JOIN derive_target AS target ON target.account_key = contact.account_key
LEFT ANY JOIN (${created}) AS birth ON birth.person_key = contact.person_key
ARRAY JOIN arrayFilter(role -> ${HAS_ROLE}, target.roles) AS role`;
}

/** Each engagement gives one row for the account and one for every wanted role of the person. */
function engaged(context: DeriveContext): string {
  return `SELECT target.account_key AS account_key, role AS wanted, 'engaged' AS happened, toNullable(action.date) AS day, action.engaged_by AS engaged_by, target.title AS title, ${copied("target")}
FROM (${engagements(context)}) AS action
INNER JOIN derive_contact AS contact ON contact.person_key = action.person_key
INNER JOIN derive_target AS target ON target.account_key = contact.account_key
ARRAY JOIN arrayConcat([''], arrayFilter(role -> ${HAS_ROLE}, target.roles)) AS role
WHERE action.date >= target.day AND (target.until IS NULL OR action.date < target.until)`;
}

function engagements({ buildNo, visible }: DeriveContext): string {
  const touches = [...PERSON_COLUMNS, "date", "attributes"];
  return [
    `SELECT person_key, date, 'webinar' AS engaged_by FROM participation_entry WHERE build_no = ${buildNo} AND excluded = '' AND (attended = 1 OR on_demand = 1)`,
    `SELECT person_key, date, 'gift' AS engaged_by FROM gift_entry WHERE build_no = ${buildNo} AND excluded = '' AND claimed = 1`,
    "SELECT person_key, date, 'meeting' AS engaged_by FROM derive_meeting WHERE person_key != ''",
    ...(isLoaded("touch", visible)
      ? [
          `SELECT person_key, date, 'touch' AS engaged_by FROM (${withPerson(standingHistory("touch", visible, touches), touches)}) WHERE attributes['responded'] != 'no'`,
        ]
      : []),
    ...(isLoaded("email_event", visible)
      ? ["SELECT person_key, date, 'email' AS engaged_by FROM derive_mail_event WHERE type = 'click' AND signal = ''"]
      : []),
  ].join("\n  UNION ALL\n  ");
}
