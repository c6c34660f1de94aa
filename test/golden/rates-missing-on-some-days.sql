SELECT
  0 AS scan,
  multiIf(has_dims, 0, has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_n - m0_rated], 'Array(UInt64)') AS lacking,
  arraySort(no_rate) AS rateless
FROM (
  SELECT
    bucket,
    whole,
    d0,
    grouping(d0) = 0 AS has_dims,
    grouping(bucket) = 0 AS has_bucket,
    sum(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all,
    sum(m0_rated) AS m0_rated,
    groupUniqArrayArray(20)(no_rate) AS no_rate
  FROM (
    SELECT
      date AS bucket,
      multiIf(bucket BETWEEN {from_2:Date} AND {to:Date}, {from_2:Date}, toDate(0)) AS whole,
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
  GROUP BY GROUPING SETS ((bucket, d0), (bucket), (whole))
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
UNION ALL
SELECT
  1 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_n - m0_rated], 'Array(UInt64)') AS lacking,
  arraySort(no_rate) AS rateless
FROM (
  SELECT
    {from_3:Date} AS bucket,
    sum(multiIf(currency = {currency:String}, cost, fx_rate > 0, cost * fx_rate, NULL)) AS m0,
    count(cost) AS m0_n,
    count() AS m0_all,
    count(multiIf(currency = {currency:String}, cost, fx_rate > 0, cost * fx_rate, NULL)) AS m0_rated,
    groupUniqArrayIf(20)(concat(toString(currency), ' ', toString(date)), (cost IS NOT NULL AND currency != '' AND multiIf(currency = {currency:String}, cost, fx_rate > 0, cost * fx_rate, NULL) IS NULL)) AS no_rate
  FROM ad_daily
    LEFT ANY JOIN (SELECT date AS fx_date, currency AS fx_currency, rate AS fx_rate FROM fx_daily WHERE build_no = {load:UInt32}) AS fx ON fx_currency = currency AND fx_date = date
  WHERE load_no = {load:UInt32} AND grain = {grain:String}
    AND date BETWEEN {from_3:Date} AND {from:Date}
  GROUP BY bucket
)

-- {"as_of":"2027-01-15","load":1,"grain":"campaign","from":"2026-03-02","to":"2026-03-04","currency":"EUR","from_2":"2026-03-03","from_3":"2026-03-01"}
