import type {
  AccountsShown,
  AudienceChecked,
  Comparison,
  HandoutBatch,
  ReconciliationTold,
  RoutedLeads,
  SubjectTold,
  Suppression,
} from "../../../api/app-types.ts";
import { call, request, send } from "../../api/client.ts";

export const STAGES = ["lead", "mql", "sql", "demo", "opportunity", "won"] as const;
export type ComparedStage = (typeof STAGES)[number];
export const SUBJECTS = ["leads", "conversions", "spend", "revenue"] as const satisfies readonly SubjectTold["id"][];

type Query = Readonly<Record<string, string | undefined>>;

function address(path: string, query: Query): string {
  const pairs = Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]));
  return `${path}?${new URLSearchParams(pairs)}`;
}

/** Where a former hand-out is downloaded. */
export const batchCsv = (batch: string, list?: string) => address(`/api/routing/batches/${batch}/csv`, { list });

export const channelsApi = {
  comparison: (query: Query) => call<Comparison>(address("/api/comparison", query)),
  accounts: (query: Query) => call<AccountsShown>(address("/api/accounts", query)),
  routing: (query: Query) => call<RoutedLeads>(address("/api/routing", query)),
  hand: (body: { readonly period: string; readonly list?: string }) => send<RoutedLeads>("POST", "/api/routing", body),
  batches: () => call<{ readonly batches: readonly HandoutBatch[] }>("/api/routing/batches"),
  batch: (batch: string) => call<RoutedLeads>(`/api/routing/batches/${encodeURIComponent(batch)}`),
  check: (body: {
    readonly upload: string;
    readonly period?: string;
    readonly where?: Readonly<Record<string, readonly string[]>>;
    readonly lang?: string;
  }) => send<AudienceChecked>("POST", "/api/audience/check", body),
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
  reconciliation: (query: Query) => call<ReconciliationTold>(address("/api/reconciliation", query)),
};
