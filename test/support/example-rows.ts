import { DIMENSION_COLUMNS } from "../../src/model/columns.ts";
import { columnsOf, type FactId, fact, isFactId, PROVENANCE } from "../../src/model/facts.ts";
import type { KpiExample } from "../../src/model/kpi.ts";

type Row = Readonly<Record<string, unknown>>;

/** Rows of one fact that came from one connection. */
export interface ExamplePart {
  readonly fact: FactId;
  readonly connection: string;
  readonly rows: readonly Row[];
  /** Columns that at least one row names. */
  readonly columns: ReadonlySet<string>;
}

/** The rows of a worked example as a loader would have mapped them, by fact and connection. Throws on a column that is not there. */
export function exampleParts(rows: KpiExample["rows"]): readonly ExamplePart[] {
  return Object.entries(rows).flatMap(([id, given]) => {
    if (!isFactId(id)) throw new Error(`there is no fact ${id}`);
    const whole = given.flatMap(repeated).map((row, index) => completed(id, row, index + 1));
    const byConnection = Map.groupBy(whole, (row) => String(row.connection));
    return [...byConnection].map(([connection, part]) => ({
      fact: id,
      connection,
      rows: part,
      columns: new Set(part.flatMap((row) => Object.keys(row))),
    }));
  });
}

/** `{ repeat: 3, start: 5, person_id: "p{i}" }` gives p5, p6, p7. */
function repeated({ repeat = 1, start = 1, ...row }: Row): readonly Row[] {
  return Array.from({ length: Number(repeat) }, (_, index) => {
    const i = String(Number(start) + index);
    return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, numbered(value, i)]));
  });
}

function numbered(value: unknown, i: string): unknown {
  if (typeof value === "string") return value.replaceAll("{i}", i);
  return Array.isArray(value) ? value.map((part) => numbered(part, i)) : value;
}

function completed(id: FactId, row: Row, number: number): Row {
  const columns = { ...PROVENANCE, ...columnsOf(id) };
  const strange = Object.keys(row).find((column) => !Object.hasOwn(columns, column));
  if (strange !== undefined) throw new Error(`${id} has no column ${strange}`);
  return {
    system: "example",
    connection: "example",
    external_id: `${id}-${number}`,
    raw_row: number,
    ...(fact(id).preAggregated ? { grain: grainOf(row) } : {}),
    ...(id === "stage_entry" ? { evidence: "transition" } : {}),
    ...row,
  };
}

/** An export is broken down by the dimensions that its rows name, also where a value is empty. */
function grainOf(row: Row): string {
  return Object.keys(row)
    .filter((column) => Object.hasOwn(DIMENSION_COLUMNS, column))
    .sort()
    .join("+");
}
