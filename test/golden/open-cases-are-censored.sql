SELECT
  0 AS scan,
  if(has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([toString((m0.1, m0.2, m0_open.1, m0_open.2))], 'Array(Nullable(String))') AS measures,
  CAST([arraySum(m0.2) + arraySum(m0_open.2)], 'Array(UInt64)') AS cases,
  CAST([0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    grouping(bucket) = 0 AS has_bucket,
    sumMap(m0.1, m0.2) AS m0,
    sumMap(m0_open.1, m0_open.2) AS m0_open
  FROM (
    SELECT
      toStartOfMonth(date) AS bucket,
      {from:Date} AS whole,
      sumMapIf([assumeNotNull(toInt64(dateDiff('day', lead_date, mql_date)))], [toUInt64(1)], lead_date IS NOT NULL AND ifNull(mql_date <= {as_of:Date}, 0)) AS m0,
      sumMapIf([greatest(toInt64(0), assumeNotNull(toInt64(dateDiff('day', lead_date, least(ifNull(lost_date, {as_of:Date}), {as_of:Date})))))], [toUInt64(1)], lead_date IS NOT NULL AND NOT ifNull(mql_date <= {as_of:Date}, 0)) AS m0_open
    FROM funnel_entry
    WHERE build_no = {build:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
      AND excluded = ''
      AND stage = 'lead'
    GROUP BY bucket
  )
  GROUP BY GROUPING SETS ((bucket), (whole))
)

-- {"as_of":"2026-05-31","build":1,"from":"2026-03-01","to":"2026-04-30"}
