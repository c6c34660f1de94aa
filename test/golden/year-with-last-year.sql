SELECT
  0 AS scan,
  if(has_bucket, 1, 2) AS level,
  toString(if(level = 2, whole, bucket)) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(finalizeAggregation(m0)), m0_all > 0, NULL, '0'), toString(m1), multiIf(m2_n > 0, toString(m2), m2_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n, m1, m2_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n, 0, m2_all - m2_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    whole,
    grouping(bucket) = 0 AS has_bucket,
    uniqExactMergeState(m0) AS m0,
    sum(m0_n) AS m0_n,
    sum(m0_all) AS m0_all,
    sum(m1) AS m1,
    sum(m2) AS m2,
    sum(m2_n) AS m2_n,
    sum(m2_all) AS m2_all
  FROM (
    SELECT
      toStartOfMonth(date) AS bucket,
      multiIf(bucket BETWEEN {from:Date} AND {to_3:Date}, {from:Date}, bucket BETWEEN {from_2:Date} AND {to_4:Date}, {from_2:Date}, toDate(0)) AS whole,
      uniqExactStateIf(visitor_id, visitor_id != '') AS m0,
      sum(ifNull(visitor_id != '', 0)) AS m0_n,
      count() AS m0_all,
      sum(ifNull(engaged = 1, 0)) AS m1,
      sum(ifNull(engaged IS NOT NULL, 0)) AS m2,
      sum(ifNull(engaged IS NOT NULL, 0)) AS m2_n,
      count() AS m2_all
    FROM web_session
    WHERE load_no = {load:UInt32}
      AND ((date BETWEEN {from:Date} AND {to:Date}) OR (date BETWEEN {from_2:Date} AND {to_2:Date}))
    GROUP BY bucket
  )
  GROUP BY GROUPING SETS ((bucket), (whole))
)

-- {"load":1,"from":"2025-01-01","to":"2025-02-28","from_2":"2026-01-01","to_2":"2026-02-28","to_3":"2025-02-01","to_4":"2026-02-01"}
