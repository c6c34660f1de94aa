SELECT
  0 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    toStartOfMonth(date) AS bucket,
    sum(views) AS m0,
    count(views) AS m0_n,
    count() AS m0_all
  FROM social_post
  WHERE load_no = {load:UInt32}
    AND date BETWEEN {from:Date} AND {to:Date}
  GROUP BY bucket
)

-- {"load":1,"from":"2026-01-01","to":"2026-02-28"}
