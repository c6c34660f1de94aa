import type { ColumnKind } from "../../model/columns.ts";
import { countryNames } from "../../model/countries.ts";
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

const COUNTRY = "country";

/** One text is read much faster than two thousand. */
function listed(texts: Iterable<string>): string {
  return `splitByChar('|', ${textLiteral([...texts].join("|"))})`;
}

/** A country by the two letters of ISO 3166, from its codes and names; other texts stay. */
export function countrySql(text: string): string {
  const names = countryNames();
  const said = `toString(${text})`;
  return `transform(lowerUTF8(trimBoth(${said})), ${listed(names.keys())}, ${listed(names.values())}, ${said})`;
}

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
    ...own.map(({ name, kind, value }) => {
      if (name === COUNTRY) return [name, countrySql(named(value))] as const;
      return [name, ALWAYS_THERE.includes(kind) ? `assumeNotNull(${named(value)})` : named(value)] as const;
    }),
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
  const country = own.find(({ name }) => name === COUNTRY);
  const said = country === undefined ? [] : [`${named(country.value)} AS said_country`];
  const given = [...said, `${id?.value ?? "''"} AS given_id`].join(",\n  ");
  const once = oncePer(mapped);
  const select = `SELECT\n${columns.map(([name, value]) => `  ${value} AS \`out_${name}\``).join(",\n")},\n  ${given}\nFROM ${rows}${where}${once}`;
  const targets = columns.map(([name]) => `\`${name}\``);
  const chosen = columns.map(([name]) => `\`out_${name}\``);
  // A record is the same whichever way its country came to be read.
  const content = ["system", ...own.map(({ name }) => name)].map((name) =>
    name === COUNTRY ? "said_country" : `\`out_${name}\``,
  );
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
