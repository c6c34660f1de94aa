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
      toStartOfMonth(date) AS bucket,
      multiIf(bucket BETWEEN {from:Date} AND {to_2:Date}, {from:Date}, bucket BETWEEN {from_2:Date} AND {to_3:Date}, {from_2:Date}, toDate(0)) AS whole,
      count() AS m0
    FROM funnel_entry
    WHERE build_no = {build:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND excluded = ''
      AND stage = 'lead'
    GROUP BY bucket
  )
  GROUP BY GROUPING SETS ((bucket), (whole))
)

-- {"build":1,"from":"2025-12-01","to":"2026-03-31","to_2":"2026-01-01","from_2":"2026-02-01","to_3":"2026-03-01"}
