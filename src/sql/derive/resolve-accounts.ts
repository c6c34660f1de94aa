import { accountName } from "./account-names.ts";
import type { DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { standingEntities } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

/**
 * `derive_account`: every name by which an account is found (its record, its title, its domain, its bare id) with the account's key
 * and the dimensions that others inherit from it. Accounts of several systems meet by their domain.
 */
export const resolveAccounts: DeriveStep = ({ visible, workspace: { exclusions } }) => {
  const columns = ["system", "connection", "external_id", "name", "domain", "country", "segment", "owner"];
  const accounts = standingEntities("account", visible, [...columns, "customer_since", "load_no", "raw_row"]);
  const names = [
    accountName.record("system", "connection", "external_id"),
    accountName.title("name"),
    accountName.domain("domain"),
    accountName.foreign("external_id"),
  ];
  const rule = exclusionRules.first(
    exclusionRules.byAccount(exclusions, "external_id"),
    exclusionRules.byAccount(exclusions, "name"),
    exclusionRules.byMailDomain(exclusions, "lower(toString(domain))"),
  );
  return workTable(
    "derive_account",
    "found_by",
    `SELECT
  found_by,
  argMin(account_key, age) AS account_key,
  argMin(title, age) AS title,
  argMin(account_country, age) AS country,
  argMin(account_segment, age) AS segment,
  argMin(account_owner, age) AS owner,
  min(customer_since) AS customer_since,
  min(if(rule = 0, 65535, rule)) % 65535 AS account_rule
FROM (
  SELECT
    [${names.join(", ")}] AS names,
    arrayFirst(name -> name != '', [names[3], names[1], names[2]]) AS account_key,
    toString(name) AS title,
    toString(country) AS account_country,
    toString(segment) AS account_segment,
    toString(owner) AS account_owner,
    customer_since,
    ${rule} AS rule,
    (load_no, raw_row) AS age
  FROM (${accounts})
)
ARRAY JOIN arrayFilter(name -> name != '', names) AS found_by
GROUP BY found_by`,
  );
};

/**
 * `derive_firm`: `derive_account` and all accounts that deals name, with the day since which each is a customer: its first
 * won deal, or what the account record says. Deals that a rule excludes make no customer.
 */
export const collectFirms: DeriveStep = () =>
  workTable(
    "derive_firm",
    "found_by",
    `SELECT
  found_by,
  max(title) AS title,
  max(country) AS country,
  max(segment) AS segment,
  max(owner) AS owner,
  max(account_rule) AS account_rule,
  min(customer_since) AS customer_since
FROM (
  SELECT account.found_by AS found_by, title, country, segment, owner, account_rule, least(account.customer_since, win.day) AS customer_since
  FROM derive_account AS account
  LEFT ANY JOIN (${FIRST_WINS}) AS win ON win.account_key = account.account_key
  UNION ALL
  SELECT account_key, '', '', '', '', 0, day FROM (${FIRST_WINS})
)
GROUP BY found_by`,
  );

const FIRST_WINS = `
    SELECT resolved_account AS account_key, min(won_date) AS day
    FROM derive_deal
    WHERE won_date IS NOT NULL AND account_rule = 0 AND resolved_account != ''
    GROUP BY resolved_account`;
