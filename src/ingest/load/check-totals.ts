import { Decimal } from "decimal.js";
import type { Engine } from "../../engine/engine.ts";
import { type CompiledTable, storedRows } from "./compiled-table.ts";
import { figureColumn } from "./figure-column.ts";
import type { TotalCheck } from "./load-meta.ts";

/**
 * Holds the totals that a table states against the sums of its loaded rows. Where a file states several totals of a
 * column (of the account, of the campaigns), one that fits is enough; groups' totals are added up.
 */
export async function checkTotals(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
): Promise<Record<string, TotalCheck>> {
  const { layout } = compiled.input.table;
  const figures = layout.totals_check.flatMap((field) => {
    const title = titleOf(compiled, field);
    const { value } = compiled.stored.value(`number([${field}])`, `totals_check.${field}`);
    return title === null ? [] : [{ field, title, value }];
  });
  if (figures.length === 0) return {};
  const stated = await engine.query<{ figures: (string | null)[] }>(
    `SELECT [${figures.map(({ value }) => `toString(${value})`).join(", ")}] AS figures FROM ${storedRows(compiled, loadNo, "total")} ORDER BY line`,
  );
  if (stated.length === 0) return {};
  const loaded = await sums(engine, loadNo, compiled, figures);
  const checks: Record<string, TotalCheck> = {};
  for (const [index, { title }] of figures.entries()) {
    const totals = stated.flatMap((row) => decimal(row.figures[index]) ?? []);
    if (totals.length === 0) continue;
    const sum = loaded[index] ?? new Decimal(0);
    const file =
      layout.shape === "section_rows"
        ? totals.reduce((a, b) => a.plus(b))
        : (totals.find((total) => total.equals(sum)) ?? totals[0] ?? sum);
    checks[title] = { file: file.toFixed(), loaded: sum.toFixed(), equal: file.equals(sum) };
  }
  return checks;
}

interface Figure {
  readonly field: string;
  readonly value: string;
}

/** Sums of loaded rows: from the fact where a column of it is just the figure, else from the rows' own text. */
async function sums(
  engine: Engine,
  loadNo: number,
  compiled: CompiledTable,
  figures: readonly Figure[],
): Promise<(Decimal | undefined)[]> {
  const results: (Decimal | undefined)[] = figures.map(() => undefined);
  const only = compiled.facts.length === 1 ? compiled.facts[0] : undefined;
  const direct = figures.map(({ field }) => figureColumn(compiled.facts, field));
  const read = async (places: readonly number[], select: (place: number) => string, from: string): Promise<void> => {
    if (places.length === 0) return;
    const list = places.map((place) => `toString(${select(place)})`).join(", ");
    const [row] = await engine.query<{ sums: (string | null)[] }>(
      `SELECT [${list}] AS sums FROM ${from}`,
      {},
      { timeoutSeconds: 600 },
    );
    for (const [index, place] of places.entries()) results[place] = decimal(row?.sums[index]);
  };
  const places = figures.map((_, place) => place);
  const [from, to] = compiled.lines;
  if (only !== undefined) {
    await read(
      places.filter((place) => direct[place] !== null),
      (place) => `sum(\`${direct[place]}\`)`,
      `${only.fact} WHERE load_no = ${loadNo} AND raw_row BETWEEN ${from} AND ${to}`,
    );
  }
  await read(
    places.filter((place) => direct[place] === null),
    (place) => `sum(${figures[place]?.value})`,
    storedRows(compiled, loadNo, "data"),
  );
  return results;
}

function titleOf({ input: { table } }: CompiledTable, field: string): string | null {
  return table.header[table.fields.indexOf(field)] ?? null;
}

function decimal(text: string | null | undefined): Decimal | undefined {
  return text === null || text === undefined || text === "" ? undefined : new Decimal(text);
}
