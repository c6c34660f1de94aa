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
  return [...visible, ...parts.flatMap((part) => hiddenSql(scan, part, parameters))];
}

/** Comparing with one number takes less than looking into a list. */
function among(column: string, numbers: readonly number[], parameters: SqlParameters): string {
  const [only] = numbers;
  return numbers.length === 1 && only !== undefined
    ? `${column} = ${parameters.add("load", "UInt32", only)}`
    : `${column} IN ${parameters.add("loads", "Array(UInt32)", numbers)}`;
}

/** Rows of a load that a later load, or a better export, answers for. */
function hiddenSql(scan: Scan, part: ScanPart, parameters: SqlParameters): readonly string[] {
  const { dateColumn, dateToColumn } = scan;
  return part.hidden.map(({ from, to, touching, only }) => {
    const first = parameters.add("hidden_from", "Date", from);
    const last = parameters.add("hidden_to", "Date", to);
    const days =
      dateToColumn === undefined
        ? `${dateColumn} BETWEEN ${first} AND ${last}`
        : touching === true
          ? `${dateColumn} <= ${last} AND ${dateToColumn} >= ${first}`
          : `${dateColumn} >= ${first} AND ${dateToColumn} <= ${last}`;
    const grain = part.grain === null ? [] : [`grain = ${parameters.add("grain", "String", part.grain)}`];
    const values =
      only === undefined ? [] : [`${only.column} IN ${parameters.add(only.column, "Array(String)", only.values)}`];
    return `NOT (${[`load_no = ${part.loadNo}`, ...grain, days, ...values].join(" AND ")})`;
  });
}
