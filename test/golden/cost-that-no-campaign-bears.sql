SELECT
  0 AS scan,
  if(has_dims, 0, 1) AS level,
  toString(bucket) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    d0,
    grouping(d0) = 0 AS has_dims,
    sum(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all
  FROM (
    SELECT
      {from:Date} AS bucket,
      campaign AS d0,
      sum(amount) AS m0,
      count(amount) AS m0_n,
      count() AS m0_all
    FROM cost
    WHERE load_no = {load:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other')
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)
UNION ALL
SELECT 0 AS scan, 3 AS level, '' AS key, CAST([], 'Array(String)') AS by,
  CAST([], 'Array(Nullable(String))') AS measures,
  CAST([countIf(category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other'))], 'Array(UInt64)') AS cases,
  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless
FROM cost
WHERE load_no = {load:UInt32}
UNION ALL
SELECT 0 AS scan, 4 AS level, '' AS key,
  CAST([toString(campaign)], 'Array(String)') AS by,
  CAST([], 'Array(Nullable(String))') AS measures,
  CAST([countIf(category IN ('media', 'tools', 'people', 'travel', 'agency', 'content', 'other'))], 'Array(UInt64)') AS cases,
  CAST([], 'Array(UInt64)') AS lacking, CAST([], 'Array(String)') AS rateless
FROM cost
WHERE load_no = {load:UInt32} AND date <= {as_of:Date}
GROUP BY by
UNION ALL
SELECT
  1 AS scan,
  if(has_dims, 0, 1) AS level,
  toString(bucket) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([toString(m0)], 'Array(Nullable(String))') AS measures,
  CAST([m0], 'Array(UInt64)') AS cases,
  CAST([0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    d0,
    grouping(d0) = 0 AS has_dims,
    sum(m0) AS m0
  FROM (
    SELECT
      {from:Date} AS bucket,
      campaign AS d0,
      count() AS m0
    FROM funnel_entry
    WHERE build_no = {load:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND excluded = ''
      AND stage = 'lead'
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)

-- {"as_of":"2027-01-15","load":1,"from":"2026-03-01","to":"2026-03-31"}
