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
    sum(followers_gained) AS m0,
    count(followers_gained) AS m0_n,
    count() AS m0_all
  FROM social_post
  WHERE load_no = {load:UInt32}
    AND date BETWEEN {from:Date} AND {to:Date}
  GROUP BY bucket
)
UNION ALL
SELECT
  1 AS scan,
  1 AS level,
  toString(bucket) AS key,
  CAST([], 'Array(String)') AS by,
  CAST([multiIf(m0_n > 0, toString(arraySum(row -> row.3, arrayFilter((row, number) -> number = 1 OR row.1 != arrayReverseSort(m0)[number - 1].1, arrayReverseSort(m0), arrayEnumerate(arrayReverseSort(m0))))), m0_all > 0, NULL, '0')], 'Array(Nullable(String))') AS measures,
  CAST([m0_n], 'Array(UInt64)') AS cases,
  CAST([m0_all - m0_n], 'Array(UInt64)') AS lacking,
  CAST([], 'Array(String)') AS rateless
FROM (
  SELECT
    bucket,
    groupArrayIf((concat(toString(connection), '\0', toString(source), '\0', toString(country)), date, assumeNotNull(followers)), followers IS NOT NULL) AS m0,
    countIf(followers, followers IS NOT NULL) AS m0_n,
    count() AS m0_all
  FROM social_post
    ARRAY JOIN {ends:Array(Date)} AS bucket
  WHERE load_no IN {loads:Array(UInt32)}
    AND date <= bucket
  GROUP BY bucket
)

-- {"load":2,"from":"2026-03-01","to":"2026-04-30","loads":[1,2],"ends":["2026-03-31","2026-04-30"]}
