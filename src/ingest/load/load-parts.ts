import type { Engine } from "../../engine/engine.ts";
import { FACTS, fact } from "../../model/facts.ts";
import type { LoadedPart, VisiblePart } from "../../model/inventory.ts";
import { textLiteral } from "../../sql/channel/text-literal.ts";
import { visibleRows } from "../../sql/derive/index.ts";
import { type PartSummary, partSummary } from "../../sql/load/part-summary.ts";
import { type Scope, scopeText } from "../ledger/scope-of.ts";
import type { CompiledFact } from "./compile-table.ts";
import type { CompiledTable } from "./compiled-table.ts";

export interface PartsInput {
  readonly loadNo: number;
  readonly system: string;
  readonly connection: string;
  readonly tables: readonly CompiledTable[];
  /** What stands before this load. */
  readonly visible: readonly VisiblePart[];
  /** A column that a person says the export was filtered by. */
  readonly scopeColumn: string | undefined;
  /** Set where the load brings mended rows of others. */
  readonly mends: Scope | null;
  readonly today: string;
}

export interface Parts {
  readonly parts: readonly LoadedPart[];
  /** Filters that were taken for granted because the file holds one value where earlier exports hold others. */
  readonly assumed: readonly Scope[];
}

/** What the load wrote, fact by fact and grain by grain, with the days and the filter that it stands for. */
export async function loadParts(engine: Engine, input: PartsInput): Promise<Parts> {
  const parts: LoadedPart[] = [];
  const assumed: Scope[] = [];
  const facts = input.tables.flatMap((table) => table.facts.map((compiled) => ({ table, compiled })));
  for (const [id, mappings] of Map.groupBy(facts, ({ compiled }) => compiled.fact)) {
    const mapped = new Set(mappings.flatMap(({ compiled }) => compiled.columns.map(({ name }) => name)));
    for (const row of await engine.query<PartSummary>(
      partSummary(id, input.loadNo, mapped),
      {},
      { timeoutSeconds: 600 },
    )) {
      const part: LoadedPart = {
        fact: id,
        grain: row.grain,
        scope: "",
        ...covered(
          row,
          mappings.map(({ table }) => table),
          id,
          input,
        ),
        rows: Number(row.rows),
        dimensions: row.dimensions,
        attributes: row.attributes,
        currencies: row.currencies,
        platforms: row.platforms,
        measures: row.measures,
      };
      const found = await scopeFor(
        engine,
        input,
        part,
        mappings.map(({ compiled }) => compiled),
      );
      if (found?.assumed) assumed.push(found.scope);
      parts.push({ ...part, scope: scopeText(found?.scope ?? null) });
    }
  }
  return { parts, assumed };
}

/** The days of the rows, widened to the period the export says it covers: a day without rows is replaced, too. */
function covered(
  row: PartSummary,
  tables: readonly CompiledTable[],
  id: CompiledFact["fact"],
  { mends, today }: PartsInput,
): Pick<LoadedPart, "from" | "to"> {
  const { date_from: from, date_to: to } = row;
  const period = tables.map(({ input }) => input.table.surroundings.period).find((found) => found !== null);
  if (FACTS[id].loading !== "segment" || !period || from === null || to === null || mends !== null) return { from, to };
  const [ended = today] = [period.to, today].sort();
  return { from: [from, period.from].sort()[0] ?? from, to: [to, ended].sort().at(-1) ?? to };
}

async function scopeFor(
  engine: Engine,
  input: PartsInput,
  part: LoadedPart,
  mappings: readonly CompiledFact[],
): Promise<{ readonly scope: Scope; readonly assumed: boolean } | null> {
  if (input.mends !== null) return { scope: input.mends, assumed: false };
  if (fact(mappings[0]?.fact ?? "cost").loading !== "segment") return null;
  const wanted = input.scopeColumn;
  if (wanted !== undefined) {
    if (!part.dimensions.includes(wanted)) return null;
    return { scope: { column: wanted, values: await valuesOf(engine, input, part, wanted, 1000) }, assumed: false };
  }
  for (const column of scopeColumns(mappings)) {
    if (!part.dimensions.includes(column)) continue;
    const values = await valuesOf(engine, input, part, column, 2);
    if (values.length === 1 && (await othersStand(engine, input, part, column, values)))
      return { scope: { column, values }, assumed: true };
  }
  return null;
}

/** Ad exports are filtered by campaign or account even where their preset does not say so. */
const AD_SCOPES: readonly string[] = ["campaign", "ad_account"];

function scopeColumns(mappings: readonly CompiledFact[]): readonly string[] {
  const said = [...new Set(mappings.flatMap(({ mapping }) => mapping.scope))];
  const isAd = mappings.some(({ fact: id }) => id === "ad_daily" || id === "ad_period");
  return said.length === 0 && isAd ? AD_SCOPES : said;
}

async function valuesOf(
  engine: Engine,
  { loadNo }: PartsInput,
  part: LoadedPart,
  column: string,
  limit: number,
): Promise<string[]> {
  const rows = await engine.query<{ value: string }>(
    `SELECT DISTINCT toString(\`${column}\`) AS value FROM ${part.fact}
     WHERE load_no = ${loadNo} AND ${grainOf(part)} ORDER BY value LIMIT ${limit}`,
  );
  return rows.map(({ value }) => value);
}

/** Whether rows that stand in the part's days hold other values than these. */
async function othersStand(
  engine: Engine,
  { system, connection, visible }: PartsInput,
  part: LoadedPart,
  column: string,
  values: readonly string[],
): Promise<boolean> {
  const { from, to, grain } = part;
  const before = visible.filter(
    (other) =>
      other.fact === part.fact &&
      other.grain === grain &&
      other.system === system &&
      other.connection === connection &&
      from !== null &&
      to !== null &&
      (other.from ?? "") <= to &&
      (other.to ?? "") >= from,
  );
  if (before.length === 0) return false;
  const id = part.fact as keyof typeof FACTS;
  const date = fact(id).date ?? "date";
  const [row] = await engine.query<{ found: number }>(
    `SELECT count() > 0 AS found FROM (SELECT 1 FROM ${id} WHERE ${visibleRows(id, before)} AND ${grainOf(part)}
      AND \`${date}\` BETWEEN ${textLiteral(from ?? "")} AND ${textLiteral(to ?? "")}
      AND \`${column}\` NOT IN (${values.map(textLiteral).join(", ")}) LIMIT 1)`,
  );
  return row?.found === 1;
}

function grainOf({ fact: id, grain }: LoadedPart): string {
  return fact(id as keyof typeof FACTS).preAggregated ? `grain = ${textLiteral(grain)}` : "1";
}
