SELECT
  0 AS scan,
  if(has_dims, 0, 1) AS level,
  toString(bucket) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([toString(m0), toString(m1)], 'Array(Nullable(String))') AS measures,
  CAST([m0, m1], 'Array(UInt64)') AS cases,
  CAST([0, 0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    d0,
    grouping(d0) = 0 AS has_dims,
    sum(m0) AS m0,
    sum(m1) AS m1
  FROM (
    SELECT
      {from:Date} AS bucket,
      channel AS d0,
      count() AS m0,
      sum(ifNull(mql_date <= date + 30 AND mql_date <= {as_of:Date}, 0)) AS m1
    FROM funnel_entry
    WHERE build_no = {build:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND excluded = ''
      AND stage = 'lead'
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket))
)

-- {"as_of":"2027-01-15","build":1,"from":"2026-03-01","to":"2026-03-31"}
