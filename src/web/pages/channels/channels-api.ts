import type { Answer, AnswerRow } from "../../../model/answer.ts";
import { call, type KpiInfo, request, send } from "../../api/client.ts";

export const STAGES = ["lead", "mql", "sql", "demo", "opportunity", "won"] as const;
export type ComparedStage = (typeof STAGES)[number];

export type Verdict = "below" | "at" | "above" | "too_few" | "alone" | "no_spend" | "no_cost" | "no_conversions";

export interface Parity {
  readonly verdict: Verdict;
  /** Among channels with spend. */
  readonly spendShare: number | null;
  readonly conversionShare: number | null;
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
}

interface ComparedPair {
  readonly a: string;
  readonly b: string;
  readonly sentence: string;
}

export interface ComparedRow {
  readonly name: string;
  readonly kind: "channel" | "unallocated";
  readonly values: Readonly<Record<string, AnswerRow>>;
  readonly parity: Parity | null;
  readonly sentence: string | null;
  readonly pair: ComparedPair | null;
}

/** What `/api/comparison` answers. */
export interface Comparison extends Pick<Answer, "question" | "notes" | "data_version"> {
  readonly stage: ComparedStage;
  readonly rows: readonly ComparedRow[];
  readonly total: Readonly<Record<string, AnswerRow>>;
  readonly against: string | null;
  readonly headline: ComparedPair | null;
  readonly kpis: Readonly<Record<string, KpiInfo>>;
}

export interface AccountSegment {
  readonly name: string;
  readonly values: Readonly<Record<string, AnswerRow>>;
}

export interface TargetAccount {
  readonly account: string;
  readonly lists: readonly string[];
  readonly country: string;
  readonly segment: string;
  readonly owner: string;
  readonly wanted: readonly string[];
  readonly known: readonly string[];
  readonly engaged: readonly string[];
  readonly engagements: number;
  readonly last_engaged: string | null;
  readonly stage: "lead" | "mql" | "sql" | "opportunity" | "won" | null;
  readonly stage_since: string | null;
}

/** What `/api/accounts` answers. */
export interface AccountsAnswer extends Pick<Answer, "question" | "notes" | "data_version"> {
  readonly total: Readonly<Record<string, AnswerRow>>;
  readonly lists: readonly AccountSegment[];
  readonly roles: readonly AccountSegment[];
  readonly accounts: readonly TargetAccount[];
  readonly count: number;
  readonly kpis: Readonly<Record<string, KpiInfo>>;
}

export const REASONS = [
  "customer",
  "open_opportunity",
  "competitor",
  "opted_out",
  "erased",
  "internal",
  "test",
  "other",
  "list",
] as const;
export type SuppressionReason = (typeof REASONS)[number];

export interface RoutedLead {
  readonly lead: string;
  readonly date: string;
  readonly list: string;
  readonly rule: string;
  readonly kind: "vendor" | "form";
  readonly intent: "yes" | "no" | "unknown";
  readonly vendor: string;
  readonly campaign: string;
  readonly country: string;
  readonly account: string;
  readonly email: string;
  readonly name: string;
}

/** What would be, or was, handed out. */
export interface RoutedLeads {
  readonly batch: string | null;
  readonly handed_at: string | null;
  readonly lists: readonly { readonly list: string; readonly leads: number }[];
  readonly rows: readonly RoutedLead[];
  readonly left: {
    readonly handed_out: number;
    readonly repeated: number;
    readonly not_accepted: number;
    readonly no_rule: number;
    readonly held_back: readonly { readonly reason: SuppressionReason; readonly leads: number }[];
  };
}

export interface Batch {
  readonly batch: string;
  readonly at: string;
  readonly lists: Readonly<Record<string, number>>;
}

interface Told {
  readonly code: string;
  readonly text: string;
}

export interface AudienceCheck {
  readonly file: string;
  readonly entries: number;
  readonly people: number;
  readonly kinds: Readonly<Record<"address" | "hash" | "domain", number>>;
  readonly unreadable: readonly number[];
  readonly suppressed: number;
  readonly kept: number;
  readonly reasons: readonly { readonly reason: SuppressionReason; readonly people: number }[];
  readonly rows: readonly {
    readonly line: number;
    readonly entry: string;
    readonly kind: "address" | "hash" | "domain";
    readonly reasons: readonly {
      readonly reason: SuppressionReason;
      readonly detail: string;
      readonly since: string | null;
    }[];
  }[];
  readonly waste: {
    readonly estimate: number;
    readonly spend: number;
    readonly period: AnswerRow["period"];
    readonly method: string;
  } | null;
  readonly waste_unknown: Told | null;
  readonly notes: readonly Told[];
}

export interface Suppression {
  readonly standing: readonly {
    readonly reason: SuppressionReason;
    readonly people: number;
    readonly domains: number;
  }[];
  readonly lists: readonly {
    readonly list: string;
    readonly persons: number;
    readonly domains: number;
    readonly changedAt: string;
  }[];
}

export interface ReconciliationStep {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly from_name: string;
  readonly to_name: string;
  readonly from_value: number;
  readonly to_value: number;
  readonly difference: number;
  readonly parts: readonly {
    readonly id: string;
    readonly text: string;
    readonly amount: number;
    readonly rows: number;
    readonly detail: string;
  }[];
  readonly residual: number;
  readonly unknown: readonly Told[];
}

export const SUBJECTS = ["leads", "conversions", "spend", "revenue"] as const;

export interface ReconciledSubject {
  readonly id: (typeof SUBJECTS)[number];
  readonly unit: "count" | "money";
  readonly said: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: string;
    readonly value: number | null;
    readonly reason: Told | null;
  }[];
  readonly steps: readonly ReconciliationStep[];
  readonly rules: readonly {
    readonly platform: string;
    readonly connections: readonly string[];
    readonly from_platform: readonly string[];
    readonly from_ledger: readonly string[];
    readonly platform_spend: number;
    readonly left_out: number;
    readonly left_out_rows: number;
  }[];
}

/** What `/api/reconciliation` answers. */
export interface Reconciliation {
  readonly period: AnswerRow["period"];
  readonly subjects: readonly ReconciledSubject[];
  readonly notes: readonly Told[];
  readonly data_version: string;
}

type Query = Readonly<Record<string, string | undefined>>;

function address(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return `${path}?${new URLSearchParams(pairs)}`;
}

/** Where a former hand-out is downloaded. */
export const batchCsv = (batch: string, list?: string) => address(`/api/routing/batches/${batch}/csv`, { list });

export const channelsApi = {
  comparison: (query: Query) => call<Comparison>(address("/api/comparison", query)),
  accounts: (query: Query) => call<AccountsAnswer>(address("/api/accounts", query)),
  routing: (query: Query) => call<RoutedLeads>(address("/api/routing", query)),
  hand: (body: { readonly period: string; readonly list?: string }) => send<RoutedLeads>("POST", "/api/routing", body),
  batches: () => call<{ readonly batches: readonly Batch[] }>("/api/routing/batches"),
  batch: (batch: string) => call<RoutedLeads>(`/api/routing/batches/${encodeURIComponent(batch)}`),
  check: (body: {
    readonly upload: string;
    readonly period?: string;
    readonly where?: Readonly<Record<string, readonly string[]>>;
    readonly lang?: string;
  }) => send<AudienceCheck>("POST", "/api/audience/check", body),
  cleaned: async (upload: string): Promise<Blob> => {
    const response = await request("/api/audience/cleaned", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ upload }),
    });
    return response.blob();
  },
  suppression: () => call<Suppression>("/api/suppression"),
  dropList: (list: string) =>
    call<{ readonly dropped: number }>(`/api/suppression/${encodeURIComponent(list)}`, { method: "DELETE" }),
  keepList: (upload: string, list: string) =>
    send<{ readonly added: number }>("POST", "/api/suppression", { upload, list }),
  reconciliation: (query: Query) => call<Reconciliation>(address("/api/reconciliation", query)),
};
