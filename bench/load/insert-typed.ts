/** What the engine does by itself: `node insert-typed.ts DIRECTORY FILE` reads the export into a typed table; JSON. */
import { openEngine } from "../../src/engine/open-engine.ts";

const [directory = "", file = ""] = process.argv.slice(2);

const engine = await openEngine({ path: directory });
await engine.command(`CREATE TABLE typed (
  day Date, campaign LowCardinality(String), campaign_id String, device LowCardinality(String),
  currency LowCardinality(String), cost Decimal(18, 4), impressions Int64, clicks Int64, conversions Decimal(18, 4),
  conversion_value Decimal(18, 4)
) ENGINE = MergeTree ORDER BY day`);
const columns = Array.from({ length: 10 }, (_, index) => `c${index} String`).join(", ");
const money = (cell: string): string => `toDecimal64(replaceAll(${cell}, ',', ''), 4)`;
const count = (cell: string): string => `toInt64(replaceAll(${cell}, ',', ''))`;
await engine.command(
  `INSERT INTO typed
   SELECT toDate(c0), c1, c2, c3, c4, ${money("c5")}, ${count("c6")}, ${count("c7")}, ${money("c8")}, ${money("c9")}
   FROM file('${file}', 'CSV', '${columns}') WHERE c0 NOT LIKE 'Total%'`,
  {},
  { timeoutSeconds: 3600, settings: { input_format_csv_skip_first_lines: 3 } },
);
const [row] = await engine.query<{ rows: string }>("SELECT count() AS rows FROM typed");
await engine.close();
process.stdout.write(`${JSON.stringify({ rows: Number(row?.rows), engine: engine.version })}\n`);
