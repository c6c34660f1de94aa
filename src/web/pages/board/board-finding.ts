import type { AnswerRow } from "../../../model/answer.ts";
import type { Kpi } from "../../../model/kpi.ts";
import { verdict } from "../../components/verdict.ts";

/** What a board says in one sentence: how many are better, which are worse, how many cannot be told or wait for data. */
export interface Finding {
  readonly all: number;
  readonly better: number;
  /** Ids. */
  readonly worse: readonly string[];
  readonly unsure: number;
  readonly empty: number;
}

export function boardFinding(
  rows: readonly Pick<AnswerRow, "kpi" | "value" | "state" | "previous" | "interval">[],
  kpis: Readonly<Record<string, Pick<Kpi, "better">>>,
): Finding {
  const judged = rows.map((row) => ({ row, verdict: verdict(row, kpis[row.kpi]?.better ?? "none") }));
  return {
    all: rows.length,
    better: judged.filter((one) => one.verdict === "better").length,
    worse: judged.filter((one) => one.verdict === "worse").map((one) => one.row.kpi),
    unsure: judged.filter(
      ({ row, verdict: kind }) => row.value !== null && (kind === "chance" || (row.state !== "ok" && kind === null)),
    ).length,
    empty: rows.filter((row) => row.value === null).length,
  };
}
