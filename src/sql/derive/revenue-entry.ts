import { columnsOf } from "../../model/facts.ts";
import type { VisiblePart } from "../../model/inventory.ts";
import { accountName } from "./account-names.ts";
import type { DeriveContext, DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { type DerivedDimension, eachDim, firstSet, insertDerived } from "./insert-derived.ts";
import { recordName } from "./keys.ts";
import { dealNode } from "./resolve-deals.ts";
import { personKey, personNode } from "./resolve-persons.ts";
import { sourced } from "./sourced.ts";
import { standingEntities, standingHistory } from "./standing-rows.ts";
import { visibleRows } from "./visible-rows.ts";

/** One row per payment, refund, invoice or order, with the dimensions of its deal, person or account where it says none. */
export const revenueEntry: DeriveStep = (context) => {
  const dims = payerDims("revenue", true);
  return [
    insertDerived(
      "revenue_entry",
      context.buildNo,
      {
        revenue_id: "revenue.external_id",
        date: "revenue.date",
        customer_key: "revenue.customer_key",
        kind: "lower(toString(revenue.kind))",
        sourced: sourced(dims.channel, context.workspace.not_marketing_channels),
        ...dims,
        attributes: "revenue.attributes",
        amount: "revenue.amount",
        currency: "revenue.currency",
        excluded: payerExclusion(context, "revenue", true),
        load_no: "revenue.load_no",
        raw_row: "revenue.raw_row",
      },
      `FROM (${withPayer(context.visible, "revenue")}) AS revenue
LEFT ANY JOIN derive_sale AS deal ON deal.deal_node = revenue.deal_node
LEFT ANY JOIN (
  SELECT deal_id, ${["excluded", ...Object.keys(dims)].map((name) => `any(${name}) AS ${name}`).join(", ")}
  FROM derive_sale GROUP BY deal_id HAVING count() = 1
) AS foreign_deal ON foreign_deal.deal_id = revenue.opportunity_id
${payerJoins("revenue")}`,
    ),
  ];
};

/** Revenue or subscriptions with the keys of who pays: person, account and customer. */
export function withPayer(visible: readonly VisiblePart[], table: "revenue" | "subscription"): string {
  const isRevenue = table === "revenue";
  const columns = [...Object.keys(columnsOf(table)), "external_id", "load_no", "raw_row"];
  const rows = standingEntities(table, visible, ["system", "connection", ...columns]);
  const byPerson = isRevenue ? "person_id" : "''";
  const names = [
    accountName.record("system", "connection", "account_id"),
    accountName.foreign("account_id"),
    accountName.title("account"),
  ];
  return `
  SELECT
    ${columns.map((name) => `paid.${name} AS ${name}`).join(", ")},
    paid.account_names AS account_names,
    paid.deal_node AS deal_node,
    multiIf(paid.payer_id != '', ${personKey("alias", "paid.system", "paid.connection", "paid.payer_id")}, by_address.person_key) AS person_key,
    multiIf(
      paid.customer_id != '', ${recordName("paid.system", "paid.connection", "paid.customer_id")},
      by_account.account_key != '', by_account.account_key,
      paid.account_names[1] != '', paid.account_names[1],
      paid.account_names[3] != '', paid.account_names[3],
      person_key != '', person_key,
      paid.email_hash
    ) AS customer_key
  FROM (
    SELECT
      *,
      ${byPerson} AS payer_id,
      ${personNode("system", "connection", byPerson)} AS node,
      [${names.join(", ")}] AS account_names,
      ${isRevenue ? `if(opportunity_id = '', 0, ${dealNode("system", "connection", "opportunity_id")})` : "0"} AS deal_node
    FROM (${rows})
  ) AS paid
  LEFT ANY JOIN derive_alias AS alias ON alias.node = paid.node
  LEFT ANY JOIN (${personsByAddress(visible, table)}) AS by_address ON by_address.email_hash = paid.email_hash
  LEFT ANY JOIN derive_account AS by_account ON by_account.found_by = paid.account_names[1]
`;
}

/** The person behind each address that pays. */
function personsByAddress(visible: readonly VisiblePart[], table: "revenue" | "subscription"): string {
  const columns = ["system", "connection", "email_hash"];
  const known = `SELECT system, connection, email_hash, external_id AS id FROM (${standingEntities("person", visible, [...columns, "external_id"])})
      UNION ALL
      SELECT system, connection, email_hash, person_id AS id FROM (${standingHistory("person_identity", visible, [...columns, "person_id"])})`;
  const paying = `SELECT email_hash FROM ${table} WHERE ${visibleRows(table, visible)} AND email_hash != ''`;
  return `
    SELECT record.email_hash AS email_hash, min(${personKey("alias", "record.system", "record.connection", "record.id")}) AS person_key
    FROM (
      SELECT *, ${personNode("system", "connection", "id")} AS node
      FROM (${known})
      WHERE email_hash IN (${paying})
    ) AS record
    LEFT ANY JOIN derive_alias AS alias ON alias.node = record.node
    GROUP BY email_hash
  `;
}

export function payerJoins(row: string): string {
  const firms = FIRMS.map(
    ([name, place]) => `LEFT ANY JOIN derive_account AS ${name} ON ${name}.found_by = ${row}.account_names[${place}]`,
  );
  return [`LEFT ANY JOIN derive_person AS person ON person.person_key = ${row}.person_key`, ...firms].join("\n");
}

const FIRMS = [
  ["firm", 1],
  ["foreign_firm", 2],
  ["titled_firm", 3],
] as const;

const FIRM_COLUMN: Readonly<Partial<Record<DerivedDimension, string>>> = {
  account: "title",
  country: "country",
  segment: "segment",
  owner: "owner",
};

/** The row's own dimensions, else its deal's, its person's, its account's. */
export function payerDims(row: string, hasDeal: boolean): Record<DerivedDimension, string> {
  return eachDim((dim) => {
    const firm = FIRM_COLUMN[dim];
    return firstSet(
      `${row}.${dim}`,
      ...(hasDeal ? [`deal.${dim}`, `foreign_deal.${dim}`] : []),
      `person.${dim}`,
      ...(firm === undefined ? [] : FIRMS.map(([name]) => `${name}.${firm}`)),
    );
  });
}

export function payerExclusion({ workspace: { exclusions } }: DeriveContext, row: string, hasDeal: boolean): string {
  const rule = exclusionRules.first(
    exclusionRules.byAccount(exclusions, `${row}.account_id`),
    ...FIRMS.map(([name]) => `toUInt16(${name}.account_rule)`),
  );
  return firstSet(
    exclusionRules.name(exclusions, rule),
    "person.excluded",
    ...(hasDeal ? ["deal.excluded", "foreign_deal.excluded"] : []),
  );
}
