import type { Answer, AnswerRow } from "../../../model/answer.ts";
import type { KpiInfo } from "../../api/client.ts";

export const STAGES = ["visit", "lead", "mql", "sql", "opportunity", "won"] as const;
export type StageId = (typeof STAGES)[number];
/** Stages of a triangle: also meetings. */
export type ReachedId = Exclude<StageId, "visit"> | "demo" | "demo_held";

export interface Step {
  readonly from: StageId;
  readonly to: StageId;
  readonly rate: string | null;
  readonly velocity: string | null;
}

export interface Segment {
  readonly by: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, AnswerRow>>;
}

/** What `/api/funnel` answers. */
export interface FunnelAnswer extends Pick<Answer, "question" | "notes" | "data_version"> {
  readonly plan: {
    readonly stages: readonly {
      readonly stage: StageId;
      readonly count: string | null;
      readonly beside: readonly string[];
    }[];
    readonly steps: readonly Step[];
    readonly spans: readonly Step[];
  };
  readonly segments: readonly Segment[];
  readonly kpis: Readonly<Record<string, KpiInfo>>;
}

export interface CohortLine {
  readonly period: AnswerRow["period"];
  readonly entered: AnswerRow | null;
  readonly cells: readonly AnswerRow[];
}

export interface Pair {
  readonly from: ReachedId;
  readonly to: ReachedId;
  readonly kpi: string;
  readonly windowDays: number;
}

/** What `/api/cohorts` answers. */
export interface CohortsAnswer extends Pick<Answer, "question" | "notes" | "data_version"> {
  readonly pair: Pair;
  readonly pairs: readonly Pair[];
  readonly windows: readonly number[];
  readonly lines: readonly CohortLine[];
  readonly whole: CohortLine;
  readonly kpi: KpiInfo;
}
