import type { ColumnKind } from "../../model/columns.ts";
import { fact } from "../../model/facts.ts";
import { textLiteral } from "../channel/text-literal.ts";
import type { MappedFact } from "./mapped-table.ts";
import type { Judgement } from "./row-verdict.ts";
import { withValues } from "./stage-rows.ts";

/** Kinds that are null nowhere in the fact; rows in which they would be have been rejected. */
const ALWAYS_THERE: readonly ColumnKind[] = ["date", "rate"];

export interface FactRowsInput {
  readonly loadNo: number;
  readonly system: string;
  readonly connection: string;
  readonly mapped: MappedFact;
  /** The breakdown of a pre-aggregated export. */
  readonly grain: string;
  /** The table's data rows: `line` and the cells that the mapping reads. */
  readonly rows: string;
  /** Judges the rows while they are mapped; those with a reason against them give nothing. */
  readonly judgement: Judgement | null;
}

/** Written out, because the engine takes ten times as long over the empty map of a column that is left out. */
const NO_ATTRIBUTES =
  "CAST((materialize(emptyArrayString()), materialize(emptyArrayString())), 'Map(LowCardinality(String), String)')";

/** `INSERT INTO fact …` from the load's data rows as they are stored. */
export function factRows(input: FactRowsInput): string {
  const { loadNo, system, connection, mapped, grain, judgement } = input;
  const { loading, preAggregated, columns: all } = fact(mapped.fact);
  const own = mapped.columns.filter(({ name }) => name !== "external_id");
  const names = new Map(Object.entries(judgement?.values ?? {}).map(([name, value]) => [value, name]));
  const named = (value: string): string => names.get(value) ?? value;
  const columns: (readonly [name: string, value: string])[] = [
    ["system", textLiteral(system)],
    ["connection", textLiteral(connection)],
    ["load_no", String(loadNo)],
    ["raw_row", "line"],
    ...(preAggregated ? [["grain", textLiteral(grain)] as const] : []),
    ...own.map(
      ({ name, kind, value }) =>
        [name, ALWAYS_THERE.includes(kind) ? `assumeNotNull(${named(value)})` : named(value)] as const,
    ),
    ...("attributes" in all && own.every(({ name }) => name !== "attributes")
      ? [["attributes", NO_ATTRIBUTES] as const]
      : []),
  ];
  const id = mapped.columns.find(({ name }) => name === "external_id");
  const rows = judgement === null ? input.rows : withValues(judgement, input.rows);
  const conditions = [
    ...(mapped.when === null ? [] : [mapped.when]),
    ...(judgement === null ? [] : [`${judgement.sql} = 0`]),
  ];
  const where = conditions.length === 0 ? "" : `\nWHERE ${conditions.map((text) => `(${text})`).join(" AND ")}`;
  const given = `${id?.value ?? "''"} AS given_id`;
  const once = oncePer(mapped);
  const select = `SELECT\n${columns.map(([name, value]) => `  ${value} AS \`out_${name}\``).join(",\n")},\n  ${given}\nFROM ${rows}${where}${once}`;
  const targets = columns.map(([name]) => `\`${name}\``);
  const chosen = columns.map(([name]) => `\`out_${name}\``);
  const content = ["system", ...own.map(({ name }) => name)].map((name) => `\`out_${name}\``);
  const externalId = loading === "segment" ? "given_id" : identity(content);
  return `INSERT INTO ${mapped.fact} (${targets.join(", ")}, external_id)
SELECT ${chosen.join(", ")}, ${externalId}
FROM (
${select}
)`;
}

function oncePer({ oncePer: column }: MappedFact): string {
  if (column === null) return "";
  return `\nORDER BY out_raw_row LIMIT 1 BY ${column === "external_id" ? "given_id" : `\`out_${column}\``}`;
}

/**
 * A record without an id of its own is known by what it says, and equal records of one file by their number: the same
 * record in a later export is the same again, and two equal payments stay two.
 */
function identity(content: readonly string[]): string {
  const said = `lower(hex(sipHash128(${content.map((name) => `ifNull(toString(${name}), '')`).join(", ")})))`;
  const known = `if(given_id = '', ${said}, given_id)`;
  const nth = `row_number() OVER (PARTITION BY ${known} ORDER BY out_raw_row)`;
  return `if(given_id != '', given_id, concat(${known}, '-', toString(${nth})))`;
}
