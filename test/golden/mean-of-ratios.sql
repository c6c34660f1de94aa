SELECT
  0 AS scan,
  if(has_dims, 0, 1) AS level,
  toString(bucket) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0'), multiIf(m1_n > 0, toString(m1), m1_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n, m1_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n, m1_all - m1_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    d0,
    grouping(d0) = 0 AS has_dims,
    sum(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all,
    sum(m1) AS m1,
    sum(m1_n) AS m1_n,
    sum(m1_all) AS m1_all
  FROM (
    SELECT
      {from:Date} AS bucket,
      campaign AS d0,
      sumIf(clicks, impressions IS NOT NULL) AS m0,
      countIf(clicks, impressions IS NOT NULL) AS m0_n,
      count() AS m0_all,
      sumIf(impressions, clicks IS NOT NULL) AS m1,
      countIf(impressions, clicks IS NOT NULL) AS m1_n,
      count() AS m1_all
    FROM ad_daily
    WHERE load_no = {load:UInt32} AND grain = {grain:String}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)

-- {"load":1,"grain":"campaign","from":"2026-03-01","to":"2026-03-31"}
