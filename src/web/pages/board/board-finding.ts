import type { AnswerRow } from "../../../model/answer.ts";
import type { Kpi } from "../../../model/kpi.ts";
import { UNCHANGED, verdict } from "../../components/verdict.ts";

/** What a board says in one sentence: how many are better, which are worse, how many are as before, open or wait for data. */
export interface Finding {
  readonly all: number;
  readonly better: number;
  /** Ids. */
  readonly worse: readonly string[];
  /** No change, or one within chance. */
  readonly steady: number;
  /** The period or cohort has not come to its end. */
  readonly open: number;
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
    steady: judged.filter(
      ({ row, verdict: kind }) =>
        kind === "chance" || (row.state === "ok" && kind === null && Math.abs(row.previous?.change ?? 1) < UNCHANGED),
    ).length,
    open: rows.filter((row) => row.value !== null && row.state !== "ok").length,
    empty: rows.filter((row) => row.value === null).length,
  };
}
