SELECT
  0 AS scan,
  multiIf(has_dims, 0, has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    d0,
    grouping(d0) = 0 AS has_dims,
    grouping(bucket) = 0 AS has_bucket,
    sum(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all
  FROM (
    SELECT
      toStartOfMonth(date) AS bucket,
      {from:Date} AS whole,
      channel AS d0,
      sum(cost) AS m0,
      count(cost) AS m0_n,
      count() AS m0_all
    FROM ad_daily
    WHERE load_no = {load:UInt32} AND grain = {grain:String}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket), (whole))
)
UNION ALL
SELECT 0 AS scan, 4 AS level, '' AS key,
  CAST([toString(channel)], 'Array(String)') AS by,
  CAST([], 'Array(Nullable(String))') AS measures,
  CAST([count()], 'Array(UInt64)') AS cases,
  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless
FROM ad_daily
WHERE load_no = {load:UInt32} AND grain = {grain:String} AND date <= {as_of:Date}
GROUP BY by
UNION ALL
SELECT
  1 AS scan,
  multiIf(has_dims, 0, has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    d0,
    grouping(d0) = 0 AS has_dims,
    grouping(bucket) = 0 AS has_bucket,
    sum(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all
  FROM (
    SELECT
      toStartOfMonth(date) AS bucket,
      {from:Date} AS whole,
      channel AS d0,
      sum(amount) AS m0,
      count(amount) AS m0_n,
      count() AS m0_all
    FROM cost
    WHERE load_no = {load_2:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND NOT (category = 'media' AND lower(platform) = {platform:String} AND toStartOfMonth(date) IN {platform_months:Array(Date)})
      AND category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other')
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket), (whole))
)
UNION ALL
SELECT 1 AS scan, 3 AS level, '' AS key, CAST([], 'Array(String)') AS by,
  CAST([], 'Array(Nullable(String))') AS measures,
  CAST([countIf(category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other'))], 'Array(UInt64)') AS cases,
  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless
FROM cost
WHERE load_no = {load_2:UInt32}
UNION ALL
SELECT 1 AS scan, 4 AS level, '' AS key,
  CAST([toString(channel)], 'Array(String)') AS by,
  CAST([], 'Array(Nullable(String))') AS measures,
  CAST([countIf(category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other'))], 'Array(UInt64)') AS cases,
  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless
FROM cost
WHERE load_no = {load_2:UInt32} AND date <= {as_of:Date}
GROUP BY by

-- {"as_of":"2027-01-15","load":1,"grain":"campaign","from":"2026-02-01","to":"2026-03-31","load_2":2,"platform":"google_ads","platform_months":["2026-03-01"]}
