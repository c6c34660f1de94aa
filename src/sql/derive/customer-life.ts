import type { FactId } from "../../model/facts.ts";
import { textLiteral } from "../channel/text-literal.ts";
import type { DeriveContext, DeriveStatement, DeriveStep } from "./derive-context.ts";
import { DIMS, eachDim, insertDerived } from "./insert-derived.ts";
import { payerDims, payerExclusion, payerJoins, withPayer } from "./revenue-entry.ts";

/** A customer who has not paid for so long before the newest day of revenue has left … */
const SILENT_DAYS = 92;
/** … so many days after the last payment. */
const PAID_DAYS = 31;

/** One row per customer: from subscriptions where there are any, else from revenue, else from won deals. */
export const customerLife: DeriveStep = (context) => {
  const holds = (fact: FactId) => context.visible.some((part) => part.fact === fact && part.rows > 0);
  if (holds("subscription")) return [fromSubscriptions(context)];
  if (holds("revenue")) return [fromRevenue(context)];
  return [fromDeals(context)];
};

/** What the customer's earliest row says, in order of day, load and row. */
const fromFirst = (column: string) => `argMin(${column}, (started_on, load_no, raw_row)) AS first_${column}`;
const firstColumns = [...DIMS, "attributes"].map(fromFirst).join(",\n    ");

const columns = {
  customer_key: "customer_key",
  started: "first_day",
  ...eachDim((dim) => `first_${dim}`),
  attributes: "first_attributes",
  excluded: "exclusion",
  load_no: "first_place.1",
  raw_row: "first_place.2",
};

/** Ended once all subscriptions have; the recurring revenue is that of the subscriptions the customer started with. */
function fromSubscriptions(context: DeriveContext): DeriveStatement {
  const own = textLiteral(context.workspace.currency);
  const dims = payerDims("subscription", false);
  return insertDerived(
    "customer_life",
    context.buildNo,
    {
      ...columns,
      ended: "if(running > 0, NULL, last_end)",
      mrr: "multiIf(empty(amounts), NULL, length(currencies) = 1, arraySum(amounts), has(converted, NULL), NULL, arraySum(arrayMap(amount -> ifNull(amount, 0), converted)))",
      currency: `if(length(currencies) > 1, ${own}, currencies[1])`,
    },
    `FROM (
  SELECT
    customer_key,
    min(started_on) AS first_day,
    countIf(ended IS NULL) AS running,
    max(ended) AS last_end,
    groupArray((started_on, mrr, currency, in_own)) AS all_rows,
    arrayFilter(entry -> entry.1 = first_day AND entry.2 IS NOT NULL, all_rows) AS starting,
    arrayDistinct(arrayMap(entry -> entry.3, starting)) AS currencies,
    arrayMap(entry -> assumeNotNull(entry.2), starting) AS amounts,
    arrayMap(entry -> entry.4, starting) AS converted,
    ${firstColumns},
    max(exclusion_of_row) AS exclusion,
    argMin((load_no, raw_row), (started_on, load_no, raw_row)) AS first_place
  FROM (
    SELECT
      if(subscription.customer_key = '', concat(toString(subscription.load_no), ':', toString(subscription.raw_row)), subscription.customer_key) AS customer_key,
      subscription.started AS started_on,
      subscription.ended AS ended,
      subscription.mrr AS mrr,
      toString(subscription.currency) AS currency,
      if(fx.rate = 0, NULL, CAST(toDecimal128(subscription.mrr, 4) * fx.rate AS Nullable(Decimal(38, 4)))) AS in_own,
      ${Object.entries(dims)
        .map(([dim, text]) => `${text} AS ${dim}`)
        .join(",\n      ")},
      subscription.attributes AS attributes,
      ${payerExclusion(context, "subscription", false)} AS exclusion_of_row,
      subscription.load_no AS load_no,
      subscription.raw_row AS raw_row
    FROM (${withPayer(context.visible, "subscription")}) AS subscription
    ${payerJoins("subscription")}
    LEFT ANY JOIN (SELECT date, toString(currency) AS currency, rate FROM fx_daily WHERE build_no = ${context.buildNo}) AS fx
      ON fx.date = subscription.started AND fx.currency = toString(subscription.currency)
  )
  GROUP BY customer_key
)`,
  );
}

function fromRevenue({ buildNo }: DeriveContext): DeriveStatement {
  const payments = `SELECT *, date AS started_on FROM revenue_entry WHERE build_no = ${buildNo} AND kind != 'refund' AND amount > 0 AND customer_key != ''`;
  return insertDerived(
    "customer_life",
    buildNo,
    {
      ...columns,
      ended: `if(last_day + ${SILENT_DAYS} < newest_day, last_day + ${PAID_DAYS}, NULL)`,
      mrr: "NULL",
      currency: "''",
    },
    `FROM (
  SELECT
    customer_key,
    min(started_on) AS first_day,
    max(started_on) AS last_day,
    (SELECT max(date) FROM revenue_entry WHERE build_no = ${buildNo}) AS newest_day,
    ${firstColumns},
    max(excluded) AS exclusion,
    argMin((load_no, raw_row), (started_on, load_no, raw_row)) AS first_place
  FROM (${payments})
  GROUP BY customer_key
)`,
  );
}

/** Customers for good, because deals do not tell when one leaves. */
function fromDeals({ buildNo }: DeriveContext): DeriveStatement {
  const wins =
    "SELECT *, assumeNotNull(won_date) AS started_on, customer AS customer_key FROM derive_sale WHERE won_date IS NOT NULL";
  return insertDerived(
    "customer_life",
    buildNo,
    { ...columns, ended: "NULL", mrr: "NULL", currency: "''" },
    `FROM (
  SELECT
    customer_key,
    min(started_on) AS first_day,
    ${firstColumns},
    min(excluded) AS exclusion,
    argMin((load_no, raw_row), (started_on, load_no, raw_row)) AS first_place
  FROM (${wins})
  GROUP BY customer_key
)`,
  );
}
