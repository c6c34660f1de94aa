SELECT
  0 AS scan,
  multiIf(has_dims, 0, has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  if(level = 0, [toString(d0)], []) AS by,
  CAST([multiIf(m0_n > 0, toString(finalizeAggregation(m0)), m0_all > 0, NULL, '0'), toString(m1)], 'Array(Nullable(String))') AS measures,
  CAST([m0_n, m1], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n, 0], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    d0,
    grouping(d0) = 0 AS has_dims,
    grouping(bucket) = 0 AS has_bucket,
    uniqExactMergeState(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all,
    sum(m1) AS m1
  FROM (
    SELECT
      toStartOfMonth(date) AS bucket,
      {from:Date} AS whole,
      channel AS d0,
      uniqExactStateIf(visitor_id, visitor_id != '') AS m0,
      sum(ifNull(visitor_id != '', 0)) AS m0_n,
      count() AS m0_all,
      count() AS m1
    FROM web_session
    WHERE load_no = {load:UInt32}
      AND date BETWEEN {from:Date} AND {to:Date}
    GROUP BY bucket, d0
  )
  GROUP BY GROUPING SETS ((bucket, d0), (bucket), (whole))
)

-- {"load":1,"from":"2026-01-01","to":"2026-02-28"}
