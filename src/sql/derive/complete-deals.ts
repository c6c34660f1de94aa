import type { DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { type DerivedDimension, DIMS, firstSet } from "./insert-derived.ts";
import { recordName } from "./keys.ts";
import { workTable } from "./work-table.ts";

/**
 * `derive_sale`: the deals with what they take from the first person they name and from their account, the exclusion
 * that all their persons share, and their place among the won deals of the account (a deal without an account stands
 * alone; of two won on one day new business comes first).
 */
export const completeDeals: DeriveStep = ({ workspace: { exclusions } }) => {
  const dims = DIMS.map((dim) => {
    const firm = FIRM_DIMS[dim];
    return `${firstSet(`deal.${dim}`, `person.${dim}`, ...(firm === undefined ? [] : [`deal.${firm}`]))} AS ${dim}`;
  });
  const excluded = firstSet(
    exclusionRules.name(exclusions, "deal.account_rule"),
    "if(named.persons = named.excluded_persons, named.any_exclusion, '')",
  );
  return workTable(
    "derive_sale",
    "deal_node",
    `SELECT
  sale.*,
  row_number() OVER (
    PARTITION BY customer, status = 'won', excluded != ''
    ORDER BY won_date, is_new_business DESC, system, connection, deal_id
  ) AS win_no
FROM (
  SELECT
    ${CARRIED.map((name) => `deal.${name} AS ${name}`).join(", ")},
    ${dims.join(",\n    ")},
    ${excluded} AS excluded,
    if(deal.resolved_account = '', ${recordName("deal.system", "deal.connection", "deal.deal_id")}, deal.resolved_account) AS customer
  FROM derive_deal AS deal
  LEFT ANY JOIN (${PERSONS_OF_DEALS}) AS named ON named.deal_node = deal.deal_node
  LEFT ANY JOIN derive_person AS person ON person.person_key = named.first_person
) AS sale`,
  );
};

const CARRIED = [
  ...["deal_node", "system", "connection", "deal_id", "type", "is_new_business", "stage", "status", "resolved_account"],
  ...["created_date", "won_date", "lost_date", "closed_date", "expected_close", "amount", "currency"],
  ...["attributes", "load_no", "raw_row"],
];

const PERSONS_OF_DEALS = `
    SELECT
      link.deal_node AS deal_node,
      argMin(link.person_key, link.position) AS first_person,
      count() AS persons,
      countIf(person.excluded != '') AS excluded_persons,
      anyIf(person.excluded, person.excluded != '') AS any_exclusion
    FROM derive_deal_person AS link
    LEFT ANY JOIN derive_person AS person ON person.person_key = link.person_key
    GROUP BY deal_node
  `;

const FIRM_DIMS: Readonly<Partial<Record<DerivedDimension, string>>> = {
  account: "account_title",
  country: "account_country",
  segment: "account_segment",
  owner: "account_owner",
};
