import { accountName } from "./account-names.ts";
import type { DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { type DerivedDimension, DIMS, firstSet } from "./insert-derived.ts";
import { PERSON_DIMENSIONS } from "./person-dimensions.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { NEWNESS, standingEntities, standingStages } from "./standing-rows.ts";
import { visibleRows } from "./visible-rows.ts";
import { workTable } from "./work-table.ts";

const FLAGS = ["need", "budget", "authority", "fit"] as const;
/** Records without a creation day come after those with one. */
const LAST_DAY = 65535;

/** `derive_record`: what each standing record says about its person; stage entries speak where no person record does. */
export const collectRecords: DeriveStep = ({ visible, workspace: { exclusions } }) => {
  const persons = standingEntities("person", visible, [
    ...["system", "connection", "external_id", "email_hash", "mail_domain", "company", "created_date", ...DIMS],
    ...["attributes", ...FLAGS, "is_test", "load_no", "raw_row"],
  ]);
  const stages = standingStages(visible, [
    ...["system", "connection", "person_id", "date", ...DIMS, "attributes", "load_no", "raw_row"],
  ]);
  const ownIds = `SELECT ${personNode("system", "connection", "external_id")} FROM person WHERE ${visibleRows("person", visible)}`;
  const rule = exclusionRules.first(
    `if(is_test = 1, toUInt16(${exclusionRules.test}), toUInt16(0))`,
    exclusionRules.byMailDomain(exclusions, "lower(toString(mail_domain))"),
    exclusionRules.byAddress(exclusions, "email_hash"),
    exclusionRules.byPerson(exclusions, "external_id"),
  );
  const dims = DIMS.map((dim) => `toString(record.${dim}) AS ${dim}`).join(", ");
  const said = DIMS.map((dim) => `${dim} != ''`).join(" OR ");
  return workTable(
    "derive_record",
    "person_key",
    `SELECT
  ${personKey("alias", "record.system", "record.connection", "record.external_id")} AS person_key,
  record.from_stage AS from_stage,
  record.from_stage * ${2 ** 52} + record.day * ${2 ** 36} + record.newness % ${2 ** 36} AS age,
  if(record.from_stage = 0, bitShiftLeft(toUInt64(1), 63), 0) + intDiv(record.newness, 2) AS youth,
  record.rule AS rule,
  record.account_record AS account_record,
  record.domain AS domain,
  record.company AS company,
  ${dims},
  record.attributes AS attributes,
  ${FLAGS.map((flag) => `record.${flag} AS ${flag}`).join(", ")}
FROM (
  SELECT
    system, connection, external_id, ${personNode("system", "connection", "external_id")} AS node,
    toUInt64(0) AS from_stage, ifNull(toUInt64(toUInt16(created_date)), ${LAST_DAY}) AS day, ${NEWNESS} AS newness,
    ${rule} AS rule,
    ${accountName.record("system", "connection", "toString(account)")} AS account_record,
    ${accountName.domain("mail_domain")} AS domain, ${accountName.title("company")} AS company,
    ${DIMS.join(", ")}, attributes, ${FLAGS.join(", ")}
  FROM (${persons})
  UNION ALL
  SELECT
    system, connection, person_id AS external_id, ${personNode("system", "connection", "person_id")} AS node,
    toUInt64(1) AS from_stage, toUInt64(toUInt16(date)) AS day, ${NEWNESS} AS newness,
    ${exclusionRules.byPerson(exclusions, "person_id")} AS rule,
    ${accountName.record("system", "connection", "toString(account)")} AS account_record,
    '' AS domain, '' AS company,
    ${DIMS.join(", ")}, attributes, ${FLAGS.map((flag) => `CAST(NULL AS Nullable(UInt8)) AS ${flag}`).join(", ")}
  FROM (${stages})
  WHERE ${said} OR length(attributes) > 0 OR node NOT IN (${ownIds})
) AS record
LEFT ANY JOIN derive_alias AS alias ON alias.node = record.node`,
  );
};

/** Of each attribute what the newest record with it says: a list of calls does not hide what the CRM knows. */
const NEWEST_ATTRIBUTES =
  "mapApply((name, said) -> (name, said.2), maxMap(mapApply((name, text) -> (name, (youth, text)), mapFilter((name, text) -> text != '', attributes))))";

/**
 * `derive_person`: one row per person, with the dimensions (what a person does not say is taken from the account), the
 * first exclusion rule that holds, and the day since which the person's firm has been a customer.
 */
export const collectPersons: DeriveStep = ({ workspace: { exclusions } }) => {
  const own = DIMS.map((dim) =>
    PERSON_DIMENSIONS[dim] === "first"
      ? `argMinIf(${dim}, age, ${dim} != '') AS own_${dim}`
      : `argMaxIf(${dim}, youth, ${dim} != '') AS own_${dim}`,
  );
  const dims = DIMS.map((dim) => {
    const inherited = FIRM_COLUMN[dim];
    const firms = inherited === undefined ? [] : FIRMS.map(([name]) => `${name}.${inherited}`);
    return `${firstSet(`person.own_${dim}`, ...firms)} AS ${dim}`;
  });
  const rule = exclusionRules.first(
    "toUInt16(person.rule)",
    exclusionRules.byAccount(exclusions, "person.own_account"),
    ...FIRMS.map(([name]) => `toUInt16(${name}.account_rule)`),
  );
  return workTable(
    "derive_person",
    "person_key",
    `SELECT
  person.person_key AS person_key,
  ${exclusionRules.name(exclusions, rule)} AS excluded,
  arrayReduce('min', [${FIRMS.map(([name]) => `${name}.customer_since`).join(", ")}]) AS customer_since,
  ${dims.join(",\n  ")},
  person.attributes AS attributes,
  ${FLAGS.map((flag) => `person.${flag} AS ${flag}`).join(", ")}
FROM (
  SELECT
    person_key,
    min(if(rule = 0, 65535, rule)) % 65535 AS rule,
    argMaxIf(account_record, youth, account_record != '') AS account_record,
    argMaxIf(domain, youth, domain != '') AS domain,
    argMaxIf(company, youth, company != '') AS company,
    ${own.join(",\n    ")},
    ${accountName.title("own_account")} AS account_title,
    ${NEWEST_ATTRIBUTES} AS attributes,
    ${FLAGS.map((flag) => `argMaxIf(${flag}, youth, ${flag} IS NOT NULL) AS ${flag}`).join(", ")}
  FROM derive_record
  GROUP BY person_key
) AS person
${FIRMS.map(([name, key]) => `LEFT ANY JOIN derive_firm AS ${name} ON ${name}.found_by = person.${key}`).join("\n")}
SETTINGS optimize_aggregation_in_order = 1`,
  );
};

/** The ways from a person to the firm, the surest first. */
const FIRMS = [
  ["by_record", "account_record"],
  ["by_title", "account_title"],
  ["by_company", "company"],
  ["by_domain", "domain"],
] as const;

const FIRM_COLUMN: Readonly<Partial<Record<DerivedDimension, string>>> = {
  account: "title",
  country: "country",
  segment: "segment",
  owner: "owner",
};
