-- The same board by hand for DuckDB, on the same rows in its own tables.
WITH
  cases AS (
    SELECT
      ended_on,
      date_diff('day', started, CASE WHEN ended <= ended_on THEN ended ELSE ended_on END) AS t,
      count(*) AS n,
      count(*) FILTER (ended <= ended_on) AS events,
      sum(mrr) FILTER (ended IS NULL OR ended > ended_on) AS mrr,
      count(mrr) FILTER (ended IS NULL OR ended > ended_on) AS subscribers
    FROM customer_life
    JOIN (SELECT last_day(month::DATE) AS ended_on FROM range(DATE '2025-10-01', DATE '2026-11-01', INTERVAL 1 MONTH) AS each(month)) AS ends
      ON started <= ended_on
    GROUP BY ended_on, t
  ),
  curve AS (
    SELECT
      *,
      CASE WHEN bool_or(events = at_risk) OVER earlier THEN 0
        ELSE exp(sum(CASE WHEN events < at_risk THEN ln(1 - events / at_risk) ELSE 0 END) OVER earlier) END AS survival,
      lead(t::DOUBLE, 1, 60 * 30.4375) OVER (PARTITION BY ended_on ORDER BY t) AS until
    FROM (SELECT *, sum(n) OVER (PARTITION BY ended_on ORDER BY t DESC) AS at_risk FROM cases)
    WINDOW earlier AS (PARTITION BY ended_on ORDER BY t)
  ),
  life AS (
    SELECT
      ended_on,
      0.8::DOUBLE * sum(mrr)::DOUBLE / sum(subscribers) * (min(t) + sum(survival * (until - t))) / 30.4375 AS ltv
    FROM curve
    GROUP BY ended_on
  ),
  months AS (
    SELECT
      date_trunc('month', date)::DATE AS month,
      count(*) AS sessions,
      count(*) FILTER (channel IN ('Organic Search', 'Organic Social', 'Organic Video', 'Organic Shopping', 'AI Assistant', 'Referral', 'Direct')) AS unpaid,
      0 AS leads, 0 AS sqls, 0 AS won, 0 AS customers,
      0::DECIMAL(38, 14) AS revenue, 0::DECIMAL(38, 14) AS marketing, 0::DECIMAL(38, 14) AS sales
    FROM web_session
    WHERE date BETWEEN DATE '2024-11-01' AND DATE '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      date_trunc('month', date)::DATE AS month, 0, 0,
      count(*) FILTER (stage = 'lead'), count(*) FILTER (stage = 'sql'), count(*) FILTER (stage = 'won'), 0, 0, 0, 0
    FROM funnel_entry
    WHERE excluded = '' AND date BETWEEN DATE '2024-11-01' AND DATE '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      date_trunc('month', date)::DATE AS month, 0, 0, 0, 0, 0, count(*) FILTER (is_first_win = 1),
      sum(CASE WHEN currency = 'EUR' THEN amount ELSE amount * rate END) FILTER (sourced = 1), 0, 0
    FROM deal_event
    LEFT JOIN fx_daily USING (date, currency)
    WHERE excluded = '' AND event = 'won' AND date BETWEEN DATE '2024-11-01' AND DATE '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      date_trunc('month', date)::DATE AS month, 0, 0, 0, 0, 0, 0, 0,
      sum(CASE WHEN currency = 'EUR' THEN cost ELSE cost * rate END), 0
    FROM ad_daily
    LEFT JOIN fx_daily USING (date, currency)
    WHERE date BETWEEN DATE '2024-11-01' AND DATE '2026-10-31'
    GROUP BY month
    UNION ALL
    SELECT
      date_trunc('month', date)::DATE AS month, 0, 0, 0, 0, 0, 0, 0,
      sum(CASE WHEN currency = 'EUR' THEN amount ELSE amount * rate END)
        FILTER (category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other')),
      sum(CASE WHEN currency = 'EUR' THEN amount ELSE amount * rate END)
        FILTER (category IN ('sales', 'business_development'))
    FROM cost
    LEFT JOIN fx_daily USING (date, currency)
    WHERE date BETWEEN DATE '2024-11-01' AND DATE '2026-10-31' AND NOT (category = 'media' AND platform = 'google_ads')
    GROUP BY month
  ),
  by_period AS (
    SELECT *, unnest([month::VARCHAR, CASE WHEN month < DATE '2025-11-01' THEN 'last year' ELSE 'this year' END]) AS period
    FROM months
  ),
  lives AS (
    SELECT
      ltv,
      unnest(CASE ended_on
        WHEN DATE '2025-10-31' THEN ['2025-10-01', 'last year']
        WHEN DATE '2026-10-31' THEN ['2026-10-01', 'this year']
        ELSE [date_trunc('month', ended_on)::DATE::VARCHAR] END) AS period
    FROM life
  )
SELECT
  period,
  sum(sessions)::DOUBLE AS sessions,
  sum(unpaid) / sum(sessions) AS non_paid_share,
  sum(leads)::DOUBLE AS leads,
  sum(leads) / sum(sessions) AS traffic_to_lead_rate,
  sum(sqls)::DOUBLE AS sqls,
  sum(sqls) / sum(leads) AS lead_to_sql_rate,
  (sum(revenue) - sum(marketing))::DOUBLE / sum(marketing)::DOUBLE AS mroi,
  sum(won) / sum(sqls) AS sql_to_won_rate,
  any_value(ltv) AS ltv_margin,
  any_value(ltv) / (sum(marketing + sales)::DOUBLE / nullif(sum(customers), 0)) AS ltv_cac
FROM by_period
JOIN lives USING (period)
GROUP BY period
