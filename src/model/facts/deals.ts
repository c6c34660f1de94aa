import { everyDim } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

/** Opportunities and what customers pay. */
export const DEAL_FACTS = {
  opportunity: {
    loading: "entity",
    date: "created_date",
    columns: {
      name: "text",
      account_id: "id",
      person_ids: "ids",
      type: "dim", // new, expansion, renewal
      stage: "dim",
      status: "dim", // open, won, lost
      created_date: "date?",
      close_date: "date?", // expected while open, actual once closed
      amount: "money",
      currency: "dim",
      probability: "decimal",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["status"],
    order: ["external_id"],
  },
  opportunity_stage: {
    loading: "history",
    date: "date",
    columns: {
      opportunity_id: "id",
      from_stage: "dim",
      stage: "dim",
      date: "date",
      amount: "money",
      currency: "dim",
    },
    required: ["opportunity_id", "stage", "date"],
    order: ["opportunity_id"],
  },
  revenue: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date",
      customer_id: "id",
      account_id: "id",
      opportunity_id: "id",
      person_id: "id",
      email_hash: "id",
      kind: "dim", // payment, refund, invoice, order
      ...everyDim,
      attributes: "attributes",
      amount: "money", // refunds negative
      currency: "dim",
    },
    required: ["date", "amount", "currency"],
    order: ["external_id"],
  },
  subscription: {
    loading: "entity",
    date: "started",
    columns: {
      customer_id: "id",
      account_id: "id",
      email_hash: "id",
      started: "date",
      ended: "date?",
      mrr: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["started"],
    order: ["external_id"],
  },
} as const satisfies Facts;
