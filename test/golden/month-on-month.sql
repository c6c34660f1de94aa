SELECT
  0 AS scan,
  if(has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([toString(m0), toString(m1), toString(m2)], 'Array(Nullable(String))') AS measures,
  CAST([m0, m1, m2], 'Array(UInt64)') AS cases,
  CAST([0, 0, 0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    grouping(bucket) = 0 AS has_bucket,
    sum(m0) AS m0,
    sum(m1) AS m1,
    sum(m2) AS m2
  FROM (
    SELECT
      toStartOfMonth(date) AS bucket,
      multiIf(bucket BETWEEN {from:Date} AND {to_2:Date}, {from:Date}, bucket BETWEEN {from_2:Date} AND {to_3:Date}, {from_2:Date}, toDate(0)) AS whole,
      count() AS m0,
      sum(ifNull(need = 1 AND budget = 1 AND authority = 1 AND fit = 1, 0)) AS m1,
      sum(ifNull(need >= 0 AND budget >= 0 AND authority >= 0 AND fit >= 0, 0)) AS m2
    FROM funnel_entry
    WHERE build_no = {build:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND excluded = ''
      AND stage = 'lead'
    GROUP BY bucket
  )
  GROUP BY GROUPING SETS ((bucket), (whole))
)

-- {"build":1,"from":"2025-10-01","to":"2026-03-31","to_2":"2025-12-01","from_2":"2026-01-01","to_3":"2026-03-01"}
