SELECT
  0 AS scan,
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
      device AS d0,
      count() AS m0
    FROM web_session
    WHERE load_no = {load:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)

-- {"load":1,"from":"2026-03-01","to":"2026-03-31"}
