SELECT
  0 AS scan,
  if(has_dims, 0, 1) AS level,
  toString(bucket) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_n - m0_rated], 'Array(UInt64)') AS lacking,
  arraySort(no_rate) AS rateless
FROM (
  SELECT
    bucket,
    d0,
    grouping(d0) = 0 AS has_dims,
    sum(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all,
    sum(m0_rated) AS m0_rated,
    groupUniqArrayArray(20)(no_rate) AS no_rate
  FROM (
    SELECT
      {from:Date} AS bucket,
      campaign AS d0,
      sum(multiIf(currency = {currency:String}, cost, fx_rate > 0, cost * fx_rate, NULL)) AS m0,
      count(cost) AS m0_n,
      count() AS m0_all,
      count(multiIf(currency = {currency:String}, cost, fx_rate > 0, cost * fx_rate, NULL)) AS m0_rated,
      groupUniqArrayIf(20)(concat(toString(currency), ' ', toString(date)), (cost IS NOT NULL AND currency != '' AND multiIf(currency = {currency:String}, cost, fx_rate > 0, cost * fx_rate, NULL) IS NULL)) AS no_rate
    FROM ad_daily
      LEFT ANY JOIN (SELECT date AS fx_date, currency AS fx_currency, rate AS fx_rate FROM fx_daily WHERE build_no = {load:UInt32}) AS fx ON fx_currency = currency AND fx_date = date
    WHERE load_no = {load:UInt32} AND grain = {grain:String}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)
UNION ALL
SELECT 0 AS scan, 4 AS level, '' AS key,
  CAST([toString(campaign)], 'Array(String)') AS by,
  CAST([], 'Array(Nullable(String))') AS measures,
  CAST([count()], 'Array(UInt64)') AS cases,
  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless
FROM ad_daily
WHERE load_no = {load:UInt32} AND grain = {grain:String} AND date <= {as_of:Date}
GROUP BY by

-- {"as_of":"2027-01-15","load":1,"grain":"campaign","from":"2026-03-01","to":"2026-03-31","currency":"EUR"}
