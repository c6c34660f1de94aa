import type { Scan, ScanPart } from "../../plan/plan.ts";
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

/** Rows of loads that a later load, or a better export, answers for: loads that hide the same days share a condition. */
function hiddenSql(
  { dateColumn, dateToColumn }: Scan,
  parts: readonly ScanPart[],
  parameters: SqlParameters,
): readonly string[] {
  const grains = Map.groupBy(parts, ({ loadNo }) => loadNo);
  const each = parts.flatMap(({ loadNo, grain, hidden }) =>
    // Where one grain of a load is visible, its rows are known by the load alone.
    hidden.map((days) => ({ loadNo, grain: grains.get(loadNo)?.length === 1 ? null : grain, days })),
  );
  const alike = Map.groupBy(each, ({ grain, days }) => JSON.stringify([grain, days]));
  return [...alike.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const { grain, days } = first;
    const from = parameters.add("hidden_from", "Date", days.from);
    const to = parameters.add("hidden_to", "Date", days.to);
    const within =
      dateToColumn === undefined
        ? `${dateColumn} BETWEEN ${from} AND ${to}`
        : days.touching === true
          ? `${dateColumn} <= ${to} AND ${dateToColumn} >= ${from}`
          : `${dateColumn} >= ${from} AND ${dateToColumn} <= ${to}`;
    const loads = among("load_no", [...new Set(same.map(({ loadNo }) => loadNo))], parameters);
    const { only } = days;
    return [
      `NOT (${[
        loads,
        ...(grain === null ? [] : [`grain = ${parameters.add("grain", "String", grain)}`]),
        within,
        ...(only === undefined ? [] : [`${only.column} IN ${parameters.add(only.column, "Array(String)", only.values)}`]),
      ].join(" AND ")})`,
    ];
  });
}
