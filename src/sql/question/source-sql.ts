import type { HiddenDays, Scan, ScanPart } from "../../plan/plan.ts";
import type { SqlParameters } from "./sql-parameters.ts";

/** Which rows of the scan's table are visible. */
export function sourceSql(scan: Scan, parameters: SqlParameters): readonly string[] {
  if (scan.source.kind === "build") return [`build_no = ${parameters.add("build", "UInt32", scan.source.buildNo)}`];
  const { parts } = scan.source;
  const byGrain = [...Map.groupBy(parts, ({ grain }) => grain)].map(([grain, own]) => {
    const loads = among("load_no", [...new Set(own.map(({ loadNo }) => loadNo))], parameters);
    return grain === null ? loads : `${loads} AND grain = ${parameters.add("grain", "String", grain)}`;
  });
  const visible = byGrain.length === 1 ? byGrain : [`(${byGrain.map((each) => `(${each})`).join(" OR ")})`];
  return [...visible, ...hiddenSql(scan, parts, parameters)];
}

/** Comparing with one number takes less than looking into a list. */
function among(column: string, numbers: readonly number[], parameters: SqlParameters): string {
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined
    ? `${column} = ${parameters.add("load", "UInt32", only)}`
    : `${column} IN ${parameters.add("loads", "Array(UInt32)", numbers)}`;
}

/** Days of some loads that a later load, or a better export, answers for. */
interface Hidden {
  readonly loads: readonly number[];
  /** Null where the loads are visible in one grain, so that their rows are known by the load alone. */
  readonly grain: string | null;
  readonly days: HiddenDays;
}

/** Loads that hide the same days share a condition; with many different days they are looked up by the load. */
function hiddenSql(scan: Scan, parts: readonly ScanPart[], parameters: SqlParameters): readonly string[] {
  const all = hiddenOf(parts);
  const plain = all.filter(
    ({ grain, days }) => scan.dateToColumn === undefined && grain === null && days.only === undefined,
  );
  if (plain.length < FEW) return all.map((hidden) => comparedSql(scan, hidden, parameters));
  const others = all.filter((hidden) => !plain.includes(hidden));
  return [...lookedUpSql(scan, plain, parameters), ...others.map((hidden) => comparedSql(scan, hidden, parameters))];
}

/** From here on a look-up takes less of the engine than understanding each comparison. */
const FEW = 3;

function hiddenOf(parts: readonly ScanPart[]): readonly Hidden[] {
  const grains = Map.groupBy(parts, ({ loadNo }) => loadNo);
  const each = parts.flatMap(({ loadNo, grain, hidden }) =>
    hidden.map((days) => ({ loadNo, grain: grains.get(loadNo)?.length === 1 ? null : grain, days })),
  );
  const alike = Map.groupBy(each, ({ grain, days }) => JSON.stringify([grain, days]));
  return [...alike.values()].flatMap((same) =>
    same.slice(0, 1).map(({ grain, days }) => ({ loads: [...new Set(same.map(({ loadNo }) => loadNo))], grain, days })),
  );
}

function comparedSql({ dateColumn, dateToColumn }: Scan, hidden: Hidden, parameters: SqlParameters): string {
  const { loads, grain, days } = hidden;
  const { only } = days;
  const from = parameters.add("hidden_from", "Date", days.from);
  const to = parameters.add("hidden_to", "Date", days.to);
  const within =
    dateToColumn === undefined
      ? `${dateColumn} BETWEEN ${from} AND ${to}`
      : days.touching === true
        ? `${dateColumn} <= ${to} AND ${dateToColumn} >= ${from}`
        : `${dateColumn} >= ${from} AND ${dateToColumn} <= ${to}`;
  const conditions = [
    among("load_no", loads, parameters),
    ...(grain === null ? [] : [`grain = ${parameters.add("grain", "String", grain)}`]),
    within,
    ...(only === undefined ? [] : [`${only.column} IN ${parameters.add(only.column, "Array(String)", only.values)}`]),
  ];
  return `NOT (${conditions.join(" AND ")})`;
}

/** One condition for the first hidden days of each load, one for the second, and so on. */
function lookedUpSql({ dateColumn }: Scan, all: readonly Hidden[], parameters: SqlParameters): readonly string[] {
  const byLoad = Map.groupBy(
    all.flatMap(({ loads, days }) => loads.map((loadNo) => ({ loadNo, days }))),
    ({ loadNo }) => loadNo,
  );
  const most = Math.max(...[...byLoad.values()].map(({ length }) => length));
  return Array.from({ length: most }, (_, number) => {
    const each = [...byLoad].flatMap(([loadNo, own]) =>
      own.slice(number, number + 1).map(({ days }) => ({ loadNo, days })),
    );
    const loads = parameters.add(
      "hidden_loads",
      "Array(UInt32)",
      each.map(({ loadNo }) => loadNo),
    );
    const looked = (hint: string, days: readonly string[], none: string): string =>
      `transform(load_no, ${loads}, ${parameters.add(hint, "Array(Date)", days)}, toDate('${none}'))`;
    const from = looked(
      "hidden_from",
      each.map(({ days }) => days.from),
      "2149-06-06",
    );
    const to = looked(
      "hidden_to",
      each.map(({ days }) => days.to),
      "1970-01-01",
    );
    return `NOT (${dateColumn} BETWEEN ${from} AND ${to})`;
  });
}
