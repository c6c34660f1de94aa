-- The CMO board of twelve months by hand, written for this data: what a good analyst would run on the same tables.
-- Like every right query on them it reads only what the ledger shows: a load of each fact, a build of the derived tables.
-- One pass over each table; years are sums of months; survival by window functions.
WITH
  ends AS (
    SELECT toLastDayOfMonth(addMonths(toDate('2025-10-01'), number)) AS ended_on FROM numbers(13)
  ),
  cases AS (
    SELECT
      ended_on,
      dateDiff('day', started, if(ended <= ended_on, assumeNotNull(ended), ended_on)) AS t,
      count() AS n,
      countIf(ended <= ended_on) AS events,
      sumIf(mrr, ended IS NULL OR ended > ended_on) AS active_mrr,
      countIf(mrr IS NOT NULL AND (ended IS NULL OR ended > ended_on)) AS subscribers
    FROM customer_life
    CROSS JOIN ends
    WHERE build_no = {build:UInt32} AND excluded = '' AND started <= ended_on
    GROUP BY ended_on, t
  ),
  curve AS (
    SELECT
      *,
      exp(sum(log(1 - events / at_risk)) OVER (PARTITION BY ended_on ORDER BY t)) AS survival,
      leadInFrame(toFloat64(t), 1, 60 * 30.4375)
        OVER (PARTITION BY ended_on ORDER BY t ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS until
    FROM (SELECT *, sum(n) OVER (PARTITION BY ended_on ORDER BY t DESC) AS at_risk FROM cases)
  ),
  life AS (
    SELECT
      ended_on,
      0.8 * toFloat64(sum(active_mrr)) / sum(subscribers) * (min(t) + sum(survival * (until - t))) / 30.4375 AS ltv
    FROM curve
    GROUP BY ended_on
  ),
  fx AS (SELECT date, currency, rate FROM fx_daily WHERE build_no = {build:UInt32}),
  months AS (
    SELECT
      toStartOfMonth(date) AS month,
      count() AS visits,
      sum(channel IN ('Organic Search', 'Organic Social', 'Organic Video', 'Organic Shopping', 'AI Assistant', 'Referral', 'Direct')) AS unpaid,
      0 AS new_leads, 0 AS new_sqls, 0 AS wins, 0 AS customers,
      toDecimal128(0, 14) AS revenue, toDecimal128(0, 14) AS marketing, toDecimal128(0, 14) AS sales
    FROM web_session
    WHERE load_no = {sessions:UInt32} AND date BETWEEN '2024-11-01' AND '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      toStartOfMonth(date) AS month, 0, 0,
      sum(stage = 'lead'), sum(stage = 'sql'), sum(stage = 'won'), 0, 0, 0, 0
    FROM funnel_entry
    WHERE build_no = {build:UInt32} AND excluded = '' AND date BETWEEN '2024-11-01' AND '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      toStartOfMonth(date) AS month, 0, 0, 0, 0, 0, countIf(is_first_win = 1),
      sumIf(amount * if(currency = 'EUR', toDecimal128(1, 10), rate), sourced = 1), 0, 0
    FROM deal_event
    LEFT ANY JOIN fx USING (date, currency)
    WHERE build_no = {build:UInt32} AND excluded = '' AND event = 'won' AND date BETWEEN '2024-11-01' AND '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT toStartOfMonth(date) AS month, 0, 0, 0, 0, 0, 0, 0, sum(cost * if(currency = 'EUR', toDecimal128(1, 10), rate)), 0
    FROM ad_daily
    LEFT ANY JOIN fx USING (date, currency)
    WHERE load_no = {ads:UInt32} AND date BETWEEN '2024-11-01' AND '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      toStartOfMonth(date) AS month, 0, 0, 0, 0, 0, 0, 0,
      sumIf(amount * if(currency = 'EUR', toDecimal128(1, 10), rate), category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other')),
      sumIf(amount * if(currency = 'EUR', toDecimal128(1, 10), rate), category IN ('sales', 'business_development'))
    FROM cost
    LEFT ANY JOIN fx USING (date, currency)
    WHERE load_no = {costs:UInt32} AND date BETWEEN '2024-11-01' AND '2026-10-31' AND NOT (category = 'media' AND platform = 'google_ads')
    GROUP BY month
  )
SELECT
  period,
  sum(visits) AS sessions,
  sum(unpaid) / sum(visits) AS non_paid_share,
  sum(new_leads) AS leads,
  sum(new_leads) / sum(visits) AS traffic_to_lead_rate,
  sum(new_sqls) AS sqls,
  sum(new_sqls) / sum(new_leads) AS lead_to_sql_rate,
  toFloat64(sum(revenue) - sum(marketing)) / toFloat64(sum(marketing)) AS mroi,
  sum(wins) / sum(new_sqls) AS sql_to_won_rate,
  any(ltv) AS ltv_margin,
  any(ltv) / (toFloat64(sum(marketing) + sum(sales)) / nullIf(sum(customers), 0)) AS ltv_cac
FROM (
  SELECT *, arrayJoin([toString(month), if(month < '2025-11-01', 'last year', 'this year')]) AS period FROM months
) AS by_period
INNER JOIN (
  SELECT ltv, arrayJoin(multiIf(
    ended_on = '2025-10-31', [toString(toStartOfMonth(ended_on)), 'last year'],
    ended_on = '2026-10-31', [toString(toStartOfMonth(ended_on)), 'this year'],
    [toString(toStartOfMonth(ended_on))])) AS period
  FROM life
) AS lives USING (period)
GROUP BY period
