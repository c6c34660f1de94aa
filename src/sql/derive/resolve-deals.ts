import { accountName } from "./account-names.ts";
import type { DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { DIMS } from "./insert-derived.ts";
import { hash128 } from "./keys.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { standingEntities, standingHistory } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

export function dealNode(system: string, connection: string, id: string): string {
  return hash128(system, connection, id);
}

/**
 * `derive_deal`: the standing deals with their account and their days. A closed deal closes on its close date, else on the
 * day it entered its closing stage. A deal without a creation day was created on its earliest known day; the expected
 * close of an open deal is no such day.
 */
export const resolveDeals: DeriveStep = ({ visible, workspace: { exclusions } }) => {
  const deals = standingEntities("opportunity", visible, [
    ...["system", "connection", "external_id", "account_id", "person_ids", "type", "stage", "status"],
    ...["created_date", "close_date", "amount", "currency", ...DIMS, "attributes", "load_no", "raw_row"],
  ]);
  const history = standingHistory("opportunity_stage", visible, [
    ...["system", "connection", "opportunity_id", "stage", "date"],
  ]);
  const account = "if(deal.account_id != '', by_id.account_key, by_title.account_key)";
  const accountRule = exclusionRules.first(
    "toUInt16(if(by_id.account_key != '', by_id.account_rule, by_title.account_rule))",
    exclusionRules.byAccount(exclusions, "deal.account_id"),
    exclusionRules.byAccount(exclusions, "toString(deal.account)"),
  );
  return workTable(
    "derive_deal",
    "deal_node",
    `SELECT
  ${dealNode("deal.system", "deal.connection", "deal.external_id")} AS deal_node,
  deal.system AS system,
  deal.connection AS connection,
  deal.external_id AS deal_id,
  deal.person_ids AS person_ids,
  deal.type AS type,
  CAST(lower(toString(deal.type)) IN ('', 'new') AS UInt8) AS is_new_business,
  deal.stage AS stage,
  if(lower(toString(deal.status)) IN ('won', 'lost'), lower(toString(deal.status)), 'open') AS status,
  multiIf(${account} != '', ${account}, deal.id_name != '', deal.id_name, deal.title_name) AS resolved_account,
  history.days AS days,
  arrayMax(arrayMap(entry -> entry.2, arrayFilter(entry -> entry.1 = toString(deal.stage), days))) AS entered_stage,
  arrayMin(arrayMap(entry -> entry.2, days)) AS first_day,
  arrayMax(arrayMap(entry -> entry.2, days)) AS last_day,
  if(status = 'open', NULL, coalesce(deal.close_date, ${known("entered_stage")}, ${known("last_day")})) AS closed_date,
  coalesce(deal.created_date, ${known("first_day")}, closed_date) AS created_date,
  if(status = 'won', closed_date, NULL) AS won_date,
  if(status = 'lost', closed_date, NULL) AS lost_date,
  if(status = 'open', deal.close_date, NULL) AS expected_close,
  deal.amount AS amount,
  deal.currency AS currency,
  ${accountRule} AS account_rule,
  ${DIMS.map((dim) => `toString(deal.${dim}) AS ${dim}`).join(",\n  ")},
  if(by_id.title != '', by_id.title, by_title.title) AS account_title,
  if(by_id.account_key != '', by_id.country, by_title.country) AS account_country,
  if(by_id.account_key != '', by_id.segment, by_title.segment) AS account_segment,
  if(by_id.account_key != '', by_id.owner, by_title.owner) AS account_owner,
  deal.attributes AS attributes,
  deal.load_no AS load_no,
  deal.raw_row AS raw_row
FROM (
  SELECT
    *,
    ${accountName.record("system", "connection", "account_id")} AS id_name,
    ${accountName.title("account")} AS title_name
  FROM (${deals})
) AS deal
LEFT ANY JOIN (
  SELECT system, connection, opportunity_id, groupArray((toString(stage), date)) AS days
  FROM (${history})
  GROUP BY system, connection, opportunity_id
) AS history ON history.system = deal.system AND history.connection = deal.connection AND history.opportunity_id = deal.external_id
LEFT ANY JOIN derive_account AS by_id ON by_id.found_by = deal.id_name
LEFT ANY JOIN derive_account AS by_title ON by_title.found_by = deal.title_name`,
  );
};

/** The least and greatest of no days is day 0. */
function known(day: string): string {
  return `if(toUInt16(${day}) = 0, NULL, ${day})`;
}

/** `derive_deal_person`: the persons that a deal names itself; people who only share its account are not linked. */
export const linkDealsToPersons: DeriveStep = () =>
  workTable(
    "derive_deal_person",
    "deal_node, position",
    `SELECT named.deal_node AS deal_node, named.position AS position, ${personKey("alias", "named.system", "named.connection", "named.person_id")} AS person_key
FROM (
  SELECT deal_node, system, connection, person_id, position, ${personNode("system", "connection", "person_id")} AS node
  FROM derive_deal
  ARRAY JOIN person_ids AS person_id, arrayEnumerate(person_ids) AS position
  WHERE person_id != ''
) AS named
LEFT ANY JOIN derive_alias AS alias ON alias.node = named.node`,
  );
