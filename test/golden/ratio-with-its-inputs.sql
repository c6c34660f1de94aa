SELECT
  0 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([toString(m0), toString(m1)], 'Array(Nullable(String))') AS measures,
  CAST([m0, m1], 'Array(UInt64)') AS cases,
  CAST([0, 0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    {from:Date} AS bucket,
    sum(ifNull(stage = 'lead', 0)) AS m0,
    sum(ifNull(stage = 'mql', 0)) AS m1
  FROM funnel_entry
  WHERE build_no = {build:UInt32}
    AND date BETWEEN {from:Date} AND {to:Date}
    AND excluded = ''
    AND stage IN ('lead', 'mql')
  GROUP BY bucket
)

-- {"build":1,"from":"2026-03-01","to":"2026-03-31"}
