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
    {from:Date} AS bucket,
    sum(clicks) AS m0,
    count(clicks) AS m0_n,
    count() AS m0_all
  FROM ad_daily
  WHERE load_no IN {loads:Array(UInt32)} AND grain = {grain:String}
    AND NOT (load_no = {load:UInt32} AND date BETWEEN {hidden_from:Date} AND {hidden_to:Date})
    AND NOT (load_no = {load_2:UInt32} AND date BETWEEN {hidden_from_2:Date} AND {hidden_from_2:Date} AND campaign IN {campaign:Array(String)})
    AND date BETWEEN {from:Date} AND {hidden_to:Date}
  GROUP BY bucket
)

-- {"loads":[1,2],"grain":"campaign","hidden_from":"2026-03-15","hidden_to":"2026-03-31","load":1,"hidden_from_2":"2026-03-20","load_2":2,"campaign":["b"],"from":"2026-03-01"}
