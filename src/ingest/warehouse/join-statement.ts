import { textLiteral } from "../../sql/channel/text-literal.ts";
import type { WarehousePart, WarehouseTable } from "./tables-file.ts";
import { warehouseErrors } from "./warehouse-errors.ts";

/** A table of the folder in the engine: column `v0`, `v1`, … for each title, `line` for its order. */
export interface StagedWarehouseTable {
  readonly alias: string;
  readonly file: string;
  readonly table: string;
  /** Lower-case titles in their order. */
  readonly titles: readonly string[];
  readonly rules: WarehouseTable;
}

type Staged = ReadonlyMap<string, StagedWarehouseTable>;

/** The titles that rows from these tables can have: `table.column`. */
export function joinedTitles(parts: readonly WarehousePart[], staged: Staged): readonly string[] {
  const titles = parts.flatMap(({ from, as = from, join }) =>
    [{ table: from, as }, ...join.map(({ table }) => ({ table, as: table }))].flatMap(({ table, as: name }) =>
      (staged.get(table)?.titles ?? []).map((title) => `${name}.${title}`),
    ),
  );
  return [...new Set(titles)];
}

/** A SELECT of the joined rows with a column `c0`, `c1`, … for each title, in the order of the first tables' rows. */
export function joinStatement(parts: readonly WarehousePart[], staged: Staged, titles: readonly string[]): string {
  const selects = parts.map((part, index) => partStatement(part, index, staged, titles));
  const cells = titles.map((_, index) => `c${index}`).join(", ");
  return `SELECT ${cells} FROM (${selects.join("\nUNION ALL\n")}) ORDER BY part, line`;
}

function partStatement(part: WarehousePart, index: number, staged: Staged, titles: readonly string[]): string {
  const first = need(staged, part.from);
  const joins = part.join.filter(({ table }) => staged.has(table));
  const joined = new Map([[part.from, first], ...joins.map(({ table }) => [table, need(staged, table)] as const)]);
  const cell = (title: string): string => {
    const dot = title.indexOf(".");
    const name = title.slice(0, dot);
    const table = joined.get(name === (part.as ?? part.from) ? part.from : name);
    const place = table?.titles.indexOf(title.slice(dot + 1)) ?? -1;
    return table === undefined || place < 0 ? "''" : `t_${table.alias}.v${place}`;
  };
  const reference = (text: string): string => {
    const dot = text.indexOf(".");
    const table = dot < 0 ? first : joined.get(text.slice(0, dot));
    const place = table?.titles.indexOf(text.slice(dot + 1).toLowerCase()) ?? -1;
    // Loaders leave out what an account does not use; nothing is joined to it then.
    return table === undefined || place < 0 ? "''" : `t_${table.alias}.v${place}`;
  };
  const joinTexts = joins.map(({ table, on }) => {
    const right = need(staged, table);
    const keys = Object.keys(on).map((name) => column(right, name));
    const fits = Object.entries(on).map(([name, left]) => `${reference(left)} = t_${table}.${column(right, name)}`);
    return `LEFT JOIN (SELECT * FROM (${rowsOf(right)}) WHERE ${keys.map((key) => `${key} != ''`).join(" AND ")}
      ORDER BY line LIMIT 1 BY ${keys.join(", ")}) AS t_${table} ON ${fits.join(" AND ")}`;
  });
  const left = part.not_in
    .filter(({ table }) => staged.has(table))
    .map(({ table, on }) => {
      const right = need(staged, table);
      const lefts = Object.values(on).map(reference);
      const rights = Object.keys(on).map((name) => column(right, name));
      return `(${lefts.join(", ")}) NOT IN (SELECT ${rights.join(", ")} FROM (${rowsOf(right)}))`;
    });
  return [
    `SELECT ${index} AS part, t_${part.from}.line AS line, ${titles.map((title, at) => `${cell(title)} AS c${at}`).join(", ")}`,
    `FROM (${rowsOf(first)}) AS t_${part.from}`,
    ...joinTexts,
    ...(left.length > 0 ? [`WHERE ${left.join(" AND ")}`] : []),
  ].join("\n");
}

/** The rows of a table that count. */
function rowsOf(staged: StagedWarehouseTable): string {
  const { table, titles, rules } = staged;
  const conditions = Object.entries(rules.only).map(([name, values]) => {
    const place = titles.indexOf(name.toLowerCase());
    const allowed = values.map((value) => textLiteral(value.toLowerCase())).join(", ");
    return `${place < 0 ? "''" : `lowerUTF8(v${place})`} IN (${allowed})`;
  });
  const rows = `SELECT * FROM ${table}${conditions.length > 0 ? ` WHERE ${conditions.join(" AND ")}` : ""}`;
  const { latest, first, collect, split } = rules;
  if (collect !== undefined) return collected(staged, rows, collect);
  if (split !== undefined) {
    const place = titles.indexOf(split.column.toLowerCase());
    if (place < 0) return `SELECT * FROM (${rows}) WHERE 0`;
    const cell = `v${place}`;
    const parts = `splitByString(${textLiteral(split.by)}, replaceRegexpAll(${cell}, '^\\[|\\]$', ''))`;
    return `SELECT * REPLACE (trim(part) AS ${cell}) FROM (SELECT *, arrayJoin(${parts}) AS part FROM (${rows})) WHERE trim(part) != ''`;
  }
  const kept = latest ?? first;
  if (kept === undefined) return rows;
  const by = kept.by.map((name) => column(staged, name)).join(", ");
  return `SELECT * FROM (${rows}) ORDER BY ${byTime(staged, kept.order, latest === undefined ? "ASC" : "DESC")} LIMIT 1 BY ${by}`;
}

function collected(
  staged: StagedWarehouseTable,
  rows: string,
  collect: NonNullable<StagedWarehouseTable["rules"]["collect"]>,
): string {
  const by = collect.by.map((name) => column(staged, name));
  const gathered = collect.columns.map((name) => column(staged, name));
  const summed = (collect.sum ?? []).flatMap((name) =>
    staged.titles.includes(name.toLowerCase()) ? [column(staged, name)] : [],
  );
  const cells = staged.titles.flatMap((_, place) => {
    const cell = `v${place}`;
    if (by.includes(cell)) return [];
    const all = `arrayStringConcat(arrayDistinct(groupArrayIf(${cell}, ${cell} != '')), ';')`;
    const sum = `if(countIf(${cell} != '') = 0, '', toString(sum(toDecimal128OrZero(${cell}, 6))))`;
    if (summed.includes(cell)) return [{ cell, value: sum }];
    return [{ cell, value: gathered.includes(cell) ? all : `argMinIf(${cell}, line, ${cell} != '')` }];
  });
  const inner = ["min(line) AS first_line", ...by, ...cells.map(({ cell, value }) => `${value} AS of_${cell}`)];
  const outer = ["first_line AS line", ...by, ...cells.map(({ cell }) => `of_${cell} AS ${cell}`)];
  return `SELECT ${outer.join(", ")} FROM (SELECT ${inner.join(", ")} FROM (${rows}) GROUP BY ${by.join(", ")})`;
}

/** Points in time are compared as such where they can be read, else as text. */
function byTime(staged: StagedWarehouseTable, order: string, direction: "ASC" | "DESC"): string {
  const cell = column(staged, order);
  return [`parseDateTime64BestEffortOrZero(${cell}, 6)`, cell, "line"].map((text) => `${text} ${direction}`).join(", ");
}

function column({ file, titles }: StagedWarehouseTable, name: string): string {
  const place = titles.indexOf(name.toLowerCase());
  if (place < 0) throw warehouseErrors.noColumn(file, name, titles);
  return `v${place}`;
}

function need(staged: Staged, alias: string): StagedWarehouseTable {
  const found = staged.get(alias);
  if (!found) throw new Error(`the table ${alias} is not staged`);
  return found;
}
