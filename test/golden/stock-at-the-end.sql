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
    bucket,
    sum(amount) AS m0,
    count(amount) AS m0_n,
    count() AS m0_all
  FROM deal_event
    ARRAY JOIN {ends:Array(Date)} AS bucket
  WHERE build_no = {build:UInt32}
    AND date <= bucket
    AND (closed_date IS NULL OR closed_date > bucket)
    AND excluded = ''
    AND event = 'created'
  GROUP BY bucket
)

-- {"build":1,"ends":["2026-01-31","2026-02-28","2026-03-31"]}
