import type { AudienceCheck } from "../service/audience/check-audience.ts";
import type { Part } from "../service/reconciliation/close-step.ts";
import type { Reconciliation, Step, Subject } from "../service/reconciliation/reconciliation.ts";

// The shapes of answers as the web app takes them.
export type { TargetAccount } from "../service/accounts/list-target-accounts.ts";
export type { AccountSegment, AccountsShown } from "../service/accounts/show-accounts.ts";
export type { Suppression } from "../service/audience/keep-lists.ts";
export type { ComparedRow, Comparison } from "../service/comparison/compare-channels.ts";
export type { Parity, Verdict } from "../service/comparison/judge-parity.ts";
export type { RoutedLeads } from "../service/routing/route-leads.ts";
export type { HandoutBatch } from "../store/handout-ledger.ts";

/** The cleaned list is a download of its own. */
export type AudienceChecked = Omit<AudienceCheck, "cleaned">;

/** Parts with their words in the language asked for. */
export type StepTold = Omit<Step, "parts"> & { readonly parts: readonly (Part & { readonly text: string })[] };
export type SubjectTold = Omit<Subject, "steps"> & { readonly steps: readonly StepTold[] };
export type ReconciliationTold = Omit<Reconciliation, "subjects"> & { readonly subjects: readonly SubjectTold[] };
