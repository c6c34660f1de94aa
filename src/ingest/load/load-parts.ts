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
  const summaries = new Map<CompiledFact["fact"], readonly PartSummary[]>();
  for (const [id, mappings] of Map.groupBy(facts, ({ compiled }) => compiled.fact)) {
    const mapped = new Set(mappings.flatMap(({ compiled }) => compiled.columns.map(({ name }) => name)));
    const statement = partSummary(id, input.loadNo, mapped);
    summaries.set(id, await engine.query<PartSummary>(statement, {}, { timeoutSeconds: 600 }));
  }
  for (const [id, mappings] of Map.groupBy(facts, ({ compiled }) => compiled.fact)) {
    const whole = wholeSpan(id, mappings, facts, summaries, input);
    const found = summaries.get(id) ?? [];
    for (const row of found.length === 0 && whole !== null ? [{ ...NOTHING, ...dated(whole) }] : found) {
      const part: LoadedPart = {
        fact: id,
        grain: row.grain,
        scope: "",
        ...covered(
          row,
          mappings.map(({ table }) => table),
          id,
          input,
          whole,
        ),
        rows: Number(row.rows),
        dimensions: row.dimensions,
        attributes: row.attributes,
        currencies: row.currencies,
        platforms: row.platforms,
        measures: row.measures,
      };
      const scope = await scopeFor(
        engine,
        input,
        part,
        mappings.map(({ compiled }) => compiled),
      );
      if (scope?.assumed) assumed.push(scope.scope);
      parts.push({ ...part, scope: scopeText(scope?.scope ?? null) });
    }
  }
  return { parts, assumed };
}

interface Span {
  readonly from: string;
  readonly to: string;
}

interface MappedIn {
  readonly table: CompiledTable;
  readonly compiled: CompiledFact;
}

/** What a complete export without a row of a fact says of it. */
const NOTHING: PartSummary = {
  grain: "",
  date_from: null,
  date_to: null,
  rows: "0",
  dimensions: [],
  measures: [],
  attributes: [],
  currencies: [],
  platforms: [],
};

const dated = ({ from, to }: Span): Pick<PartSummary, "date_from" | "date_to"> => ({ date_from: from, date_to: to });

/**
 * The days of all records of a complete export that are dated like a fact of days, whatever became of them: a gift that
 * was sent and cost nothing, a lead that was returned. Null where the layout does not promise so much.
 */
function wholeSpan(
  id: CompiledFact["fact"],
  mappings: readonly MappedIn[],
  facts: readonly MappedIn[],
  summaries: ReadonlyMap<CompiledFact["fact"], readonly PartSummary[]>,
  { mends }: PartsInput,
): Span | null {
  const { loading, preAggregated } = fact(id);
  const complete = mappings.every(({ table }) => table.input.table.layout.complete === true);
  if (!complete || loading !== "segment" || preAggregated || mends !== null) return null;
  const dates = new Set(mappings.map(({ compiled }) => compiled.mapping.set.date));
  const alike = new Set(
    facts.filter(({ compiled }) => dates.has(compiled.mapping.set.date)).map(({ compiled }) => compiled.fact),
  );
  const days = [...alike]
    .flatMap((each) => summaries.get(each) ?? [])
    .flatMap(({ date_from: from, date_to: to }) => [from, to])
    .filter((day) => day !== null)
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

/** The days of the rows, widened to the period the export covers, said or promised: a day without rows is replaced, too. */
function covered(
  row: PartSummary,
  tables: readonly CompiledTable[],
  id: CompiledFact["fact"],
  { mends, today }: PartsInput,
  whole: Span | null,
): Pick<LoadedPart, "from" | "to"> {
  const from = earliest(row.date_from, whole?.from ?? null);
  const to = latest(row.date_to, whole?.to ?? null);
  const period = tables.map(({ input }) => input.table.surroundings.period).find((found) => found !== null);
  if (FACTS[id].loading !== "segment" || !period || from === null || to === null || mends !== null) return { from, to };
  return { from: earliest(from, period.from), to: latest(to, earliest(period.to, today)) };
}

const known = (days: readonly (string | null)[]): string[] => days.filter((day) => day !== null).sort();
const earliest = (...days: readonly (string | null)[]): string | null => known(days)[0] ?? null;
const latest = (...days: readonly (string | null)[]): string | null => known(days).at(-1) ?? null;

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
