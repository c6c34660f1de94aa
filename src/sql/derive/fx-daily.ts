import { textLiteral } from "../channel/text-literal.ts";
import type { DeriveContext, DeriveStep } from "./derive-context.ts";
import { insertDerived } from "./insert-derived.ts";
import { isLoaded, NEWNESS, standingHistory } from "./standing-rows.ts";
import { workTable } from "./work-table.ts";

/** A quote holds until the next one, and the last one for so many days. */
const LAST_QUOTE_DAYS = 400;

/** Half of the tenth decimal place: turning a float into a decimal cuts, so this rounds. */
const HALF = "0.00000000005";

/**
 * Workspace units per one unit of each quoted currency, for every day: from a direct quote, else from an inverse one, else
 * through a third currency that both are quoted against. The workspace's own currency is 1 on all days.
 */
export const fxDaily: DeriveStep = (context) => {
  const own = textLiteral(context.workspace.currency);
  const always = `SELECT toDate(number) AS day, ${own} AS currency, toDecimal128(1, 10) AS rate, day AS known_on
  FROM numbers(toUInt64(toDate('2100-01-01')))`;
  const isQuoted = isLoaded("fx_rate", context.visible);
  return [
    ...(isQuoted ? workTable("derive_quote", "b, a, day", filledQuotes(context)) : []),
    insertDerived(
      "fx_daily",
      context.buildNo,
      { date: "day", currency: "currency", rate: "rate", known_on: "known_on" },
      `FROM (\n  ${isQuoted ? `${always}\n  UNION ALL\n${converted(own)}` : always}\n)`,
    ),
  ];
};

/** Each pair of currencies both ways, day by day; a rate that is quoted beats one turned round. */
function filledQuotes({ visible }: DeriveContext): string {
  const quotes = standingHistory("fx_rate", visible, ["date", "currency", "base", "rate", "load_no", "raw_row"]);
  return `SELECT a, b, rate, direct, date AS known_on, arrayJoin(arrayMap(offset -> date + offset, range(days))) AS day
FROM (
  SELECT *, if(next = toDate(0), ${LAST_QUOTE_DAYS} + 1, toUInt32(next - date)) AS days
  FROM (
    SELECT *, leadInFrame(date) OVER (PARTITION BY a, b ORDER BY date ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS next
    FROM (
      SELECT date, a, b, argMax(rate, (quoted, newness)) AS rate, max(quoted) AS direct
      FROM (
        SELECT date, toString(currency) AS a, toString(base) AS b, rate, 1 AS quoted, ${NEWNESS} AS newness
        FROM (${quotes}) WHERE rate > 0 AND currency != base
        UNION ALL
        SELECT date, toString(base) AS a, toString(currency) AS b, toDecimal128(1 / toFloat64(rate) + ${HALF}, 10) AS rate, 0 AS quoted, ${NEWNESS} AS newness
        FROM (${quotes}) WHERE rate > 0 AND currency != base
      )
      GROUP BY date, a, b
    )
  )
)`;
}

function converted(own: string): string {
  return `  SELECT day, currency, argMin(rate, (way, pivot)) AS rate, argMin(known_on, (way, pivot)) AS known_on
  FROM (
    SELECT day, a AS currency, rate, known_on, if(direct, 0, 1) AS way, '' AS pivot
    FROM derive_quote
    WHERE b = ${own}
    UNION ALL
    SELECT
      near.day AS day,
      near.a AS currency,
      toDecimal128(toFloat64(near.rate) * toFloat64(far.rate) + ${HALF}, 10) AS rate,
      least(near.known_on, far.known_on) AS known_on,
      2 AS way,
      near.b AS pivot
    FROM derive_quote AS near
    INNER JOIN (SELECT a, day, rate, known_on FROM derive_quote WHERE b = ${own}) AS far ON far.a = near.b AND far.day = near.day
    WHERE near.a != ${own}
  )
  GROUP BY day, currency`;
}
