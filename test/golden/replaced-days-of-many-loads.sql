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
    AND NOT (date BETWEEN transform(load_no, {hidden_loads:Array(UInt32)}, {hidden_from:Array(Date)}, toDate('2149-06-06')) AND transform(load_no, {hidden_loads:Array(UInt32)}, {hidden_to:Array(Date)}, toDate('1970-01-01')))
    AND NOT (date BETWEEN transform(load_no, {hidden_loads_2:Array(UInt32)}, {hidden_from_2:Array(Date)}, toDate('2149-06-06')) AND transform(load_no, {hidden_loads_2:Array(UInt32)}, {hidden_to_2:Array(Date)}, toDate('1970-01-01')))
    AND date BETWEEN {from:Date} AND {to:Date}
  GROUP BY bucket
)

-- {"loads":[1,2,3,4],"grain":"campaign","hidden_loads":[1,2,3],"hidden_from":["2026-03-01","2026-03-15","2026-03-22"],"hidden_to":["2026-03-02","2026-03-31","2026-03-31"],"hidden_loads_2":[1],"hidden_from_2":["2026-03-08"],"hidden_to_2":["2026-03-31"],"from":"2026-03-01","to":"2026-03-31"}
