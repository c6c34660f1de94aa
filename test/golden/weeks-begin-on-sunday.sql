SELECT
  0 AS scan,
  if(has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([toString(m0)], 'Array(Nullable(String))') AS measures,
  CAST([m0], 'Array(UInt64)') AS cases,
  CAST([0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    grouping(bucket) = 0 AS has_bucket,
    sum(m0) AS m0
  FROM (
    SELECT
      toStartOfWeek(date, 0) AS bucket,
      {from:Date} AS whole,
      count() AS m0
    FROM web_session
    WHERE load_no = {load:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket
  )
  GROUP BY GROUPING SETS ((bucket), (whole))
)

-- {"load":1,"from":"2026-02-01","to":"2026-02-28"}
