SELECT
  0 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([toString(m0)], 'Array(Nullable(String))') AS measures,
  CAST([m0], 'Array(UInt64)') AS cases,
  CAST([0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    {from:Date} AS bucket,
    count() AS m0
  FROM funnel_entry
  WHERE build_no = {build:UInt32}
    AND date BETWEEN {from:Date} AND {to:Date}
    AND excluded = ''
    AND stage = 'lead'
  GROUP BY bucket
)

-- {"build":1,"from":"2025-06-01","to":"2025-06-30"}
