import { everyDim } from "./dimension-columns.ts";
import type { DerivedTables } from "./fact.ts";

/** People, deals, revenue and customers as a build finds them. */
export const DERIVED_FUNNEL = {
  /** One row per person, journey and stage, at the day the stage was entered. */
  funnel_entry: {
    date: "date",
    columns: {
      person_key: "id",
      journey: "int",
      stage: "dim", // lead, mql, sql, opportunity, won
      date: "date",
      inferred: "flag",
      evidence: "dim",
      ...everyDim,
      attributes: "attributes",
      need: "flag",
      budget: "flag",
      authority: "flag",
      fit: "flag",
      lead_date: "date?",
      mql_date: "date?",
      sql_date: "date?",
      opportunity_date: "date?",
      won_date: "date?",
      lost_date: "date?", // the journey ended without a win: the deal lost, or the person recycled
      demo_date: "date?",
      demo_held_date: "date?",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["stage", "date"],
  },
  /** Long form of deals: one row per opportunity and event. */
  deal_event: {
    date: "date",
    columns: {
      opportunity_id: "id",
      account_key: "id", // "" = no account known
      event: "dim", // created, won, lost
      date: "date",
      created_date: "date?",
      won_date: "date?",
      lost_date: "date?",
      closed_date: "date?", // won or lost on; null while open
      expected_close: "date?",
      status: "dim",
      deal_stage: "dim",
      type: "dim",
      amount: "money",
      currency: "dim",
      is_first_win: "flag", // the account's first won deal: a new customer
      sourced: "flag", // by the workspace's sourced rule
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["event", "date"],
  },
  meeting_entry: {
    date: "date",
    columns: {
      meeting_id: "id",
      person_key: "id",
      date: "date",
      meeting_date: "date?",
      kind: "dim",
      status: "dim",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  revenue_entry: {
    date: "date",
    columns: {
      revenue_id: "id",
      date: "date",
      customer_key: "id",
      kind: "dim",
      sourced: "flag",
      ...everyDim,
      attributes: "attributes",
      amount: "money",
      currency: "dim",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per customer: from subscriptions where there are any, else from first to last revenue, else from won deals. */
  customer_life: {
    date: "started",
    columns: {
      customer_key: "id",
      started: "date",
      ended: "date?",
      mrr: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["started"],
  },
} as const satisfies DerivedTables;
