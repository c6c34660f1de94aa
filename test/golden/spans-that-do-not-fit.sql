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
    sumIf(impressions, date >= span_from AND date_to <= bucket) AS m0,
    countIf(impressions, date >= span_from AND date_to <= bucket) AS m0_n,
    count() AS m0_all
  FROM ad_period
    ARRAY JOIN {ends:Array(Date)} AS bucket, {starts:Array(Date)} AS span_from
  WHERE load_no = {load:UInt32} AND grain = {grain:String}
    AND date <= bucket
    AND date_to >= span_from
    AND impressions IS NOT NULL
  GROUP BY bucket
)

-- {"load":1,"grain":"campaign","ends":["2026-03-08"],"starts":["2026-03-02"]}
