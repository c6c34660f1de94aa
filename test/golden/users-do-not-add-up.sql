SELECT
  0 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0'), multiIf(m1_n > 0, toString(m1), m1_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n, m1_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n, m1_all - m1_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    anyIf(users, users IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m0,
    countIf(users, users IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m0_n,
    sum(ifNull(users IS NOT NULL, 0)) AS m0_all,
    sumIf(sessions, sessions IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m1,
    countIf(sessions, sessions IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m1_n,
    sum(ifNull(sessions IS NOT NULL, 0)) AS m1_all
  FROM web_period
    ARRAY JOIN {ends:Array(Date)} AS bucket, {starts:Array(Date)} AS span_from
  WHERE load_no = {load:UInt32} AND grain = {grain:String}
    AND date <= bucket
    AND date_to >= span_from
  GROUP BY bucket
)
UNION ALL
SELECT
  1 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(m0), m0_all > 0, NULL, '0'), multiIf(m1_n > 0, toString(m1), m1_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n, m1_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n, m1_all - m1_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    anyIf(users, users IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m0,
    countIf(users, users IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m0_n,
    sum(ifNull(users IS NOT NULL, 0)) AS m0_all,
    sumIf(sessions, sessions IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m1,
    countIf(sessions, sessions IS NOT NULL AND date >= span_from AND date_to <= bucket) AS m1_n,
    sum(ifNull(sessions IS NOT NULL, 0)) AS m1_all
  FROM web_period
    ARRAY JOIN {ends_2:Array(Date)} AS bucket, {starts_2:Array(Date)} AS span_from
  WHERE load_no = {load:UInt32} AND grain = {grain:String}
    AND date <= bucket
    AND date_to >= span_from
  GROUP BY bucket
)

-- {"load":1,"grain":"","ends":["2026-01-31","2026-02-28"],"starts":["2026-01-01","2026-02-01"],"ends_2":["2026-02-28"],"starts_2":["2026-01-01"]}
