SELECT
  0 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    {from:Date} AS bucket,
    sum(sessions) AS m0,
    count(sessions) AS m0_n,
    count() AS m0_all
  FROM web_daily
  WHERE load_no IN {loads:Array(UInt32)} AND grain = {grain:String}
    AND date BETWEEN {from:Date} AND {to:Date}
  GROUP BY bucket
)
UNION ALL
SELECT
  1 AS scan,
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
      device AS d0,
      sum(sessions) AS m0,
      count(sessions) AS m0_n,
      count() AS m0_all
    FROM web_daily
    WHERE load_no = {load:UInt32} AND grain = {grain_2:String}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)

-- {"loads":[1,3],"grain":"channel","from":"2026-03-01","to":"2026-03-31","load":2,"grain_2":"channel+device"}
