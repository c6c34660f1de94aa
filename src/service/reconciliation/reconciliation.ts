import type { AnswerPeriod, Reason } from "../../model/answer.ts";
import type { ClosedStep } from "./close-step.ts";

export const SUBJECTS = ["leads", "conversions", "spend", "revenue"] as const;
export type SubjectId = (typeof SUBJECTS)[number];

/** What one system says. Null: it cannot be known from what is loaded; `reason` says why. */
export interface Said {
  readonly id: string;
  readonly name: string;
  readonly kind: "crm" | "platform" | "web" | "ledger" | "vendor" | "leadline";
  readonly value: number | null;
  readonly reason: Reason | null;
}

export interface Step extends ClosedStep {
  readonly id: string;
  /** Ids of what is said, or of a sum of them. */
  readonly from: string;
  readonly to: string;
  readonly from_name: string;
  readonly to_name: string;
  /** What can part the two as well, but not be told from the loaded sources. */
  readonly unknown: readonly Reason[];
}

/** How the cost of one ad platform is counted once. */
export interface CostRule {
  readonly platform: string;
  /** Of the platform's own exports: `google_ads/de`. */
  readonly connections: readonly string[];
  /** What each of these says in the period, and in which months (first day). */
  readonly by_connection: readonly {
    readonly connection: string;
    readonly months: readonly string[];
    readonly spend: number;
  }[];
  /** Months (first day) of the period that count by the platform's own figures … */
  readonly from_platform: readonly string[];
  /** … and those that count by the ledger, because the platform is silent. */
  readonly from_ledger: readonly string[];
  readonly platform_spend: number;
  /** Media cost in the ledger that repeats the platform's, and is left out. */
  readonly left_out: number;
  readonly left_out_rows: number;
}

export interface Subject {
  readonly id: SubjectId;
  readonly unit: "count" | "money";
  readonly said: readonly Said[];
  readonly steps: readonly Step[];
  /** Of spend. */
  readonly rules: readonly CostRule[];
}

export interface Reconciliation {
  readonly period: AnswerPeriod;
  readonly currency: string;
  readonly timezone: string;
  readonly subjects: readonly Subject[];
  readonly notes: readonly Reason[];
  readonly data_version: string;
}
