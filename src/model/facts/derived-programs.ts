import { dims } from "../columns.ts";
import { everyDim } from "./dimension-columns.ts";
import type { DerivedTables } from "./fact.ts";

/** Mailings, events, gifts, vendors' leads and target accounts as a build finds them. */
export const DERIVED_PROGRAMS = {
  /** One row per mailing, from its totals or else from its single events. Machine opens and clicks stand apart. */
  email_send: {
    date: "date",
    columns: {
      send_id: "id",
      date: "date",
      program_type: "dim",
      ...everyDim,
      attributes: "attributes",
      sent: "int",
      delivered: "int",
      hard_bounces: "int",
      soft_bounces: "int",
      bounces: "int",
      unique_opens: "int",
      total_opens: "int",
      machine_opens: "int",
      human_opens: "int",
      /** Human openers where they are told apart, clickers among them: a click implies an open. */
      openers: "int",
      unique_clicks: "int",
      /** Persons who clicked, those among them whose clicks all were a machine's. */
      raw_clickers: "int",
      machine_clicks: "int",
      /** Those of `machine_opens` and `machine_clicks` by what gave them away: `vendor_flag=12,privacy_relay=3`. */
      machine_open_signals: "text",
      machine_click_signals: "text",
      total_clicks: "int",
      unsubscribes: "int",
      complaints: "int",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per person and nurture programme, at the day the person first engaged in it. */
  nurture_entry: {
    date: "date",
    columns: {
      person_key: "id",
      date: "date",
      /** Days until the person entered stage MQL. */
      mql_days: "int",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per person and event, all joins together. */
  participation_entry: {
    date: "date",
    columns: {
      event_id: "id",
      person_key: "id",
      date: "date", // the event's day
      event_name: "dim",
      event_kind: "dim",
      topic: "dim",
      registered: "flag", // before the live event ended, and not cancelled
      attended: "flag", // live, for at least the minimum minutes
      live_minutes: "decimal",
      on_demand: "flag", // watched the recording
      on_demand_minutes: "decimal",
      asked: "flag",
      talk_held: "flag",
      /** Days from the event (or from watching the recording) to the person's next stage or meeting. */
      next_step_days: "int",
      on_demand_next_step_days: "int",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per event. */
  event_entry: {
    date: "date",
    columns: {
      event_id: "id",
      date: "date",
      event_name: "dim",
      event_kind: "dim",
      topic: "dim",
      items_given: "int",
      talks_held: "int",
      ...everyDim,
      attributes: "attributes",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** One row per gift, at the day it was delivered, else sent. */
  gift_entry: {
    date: "date",
    columns: {
      gift_id: "id",
      person_key: "id",
      date: "date",
      gift_type: "dim",
      gift_name: "dim",
      gift_value: "money",
      lead_tier: "dim",
      status: "dim",
      delivered: "flag",
      claimed: "flag",
      /** Days from delivery to the person's next meeting, told by the gift or by the meetings. */
      meeting_days: "int",
      cost: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
      excluded: "dim",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  vendor_lead_entry: {
    date: "date",
    columns: {
      lead_id: "id",
      person_key: "id",
      date: "date",
      vendor: "dim",
      status: "dim",
      reject_reason: "dim",
      intent: "flag",
      price: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
      load_no: "int",
      raw_row: "int",
    },
    order: ["date"],
  },
  /** Long form of target accounts: listed, a role wanted, a role known by a contact, an engagement of a contact. */
  target_event: {
    date: "date",
    columns: {
      account_key: "id",
      role_key: "id", // "" where no wanted role is concerned
      event: "dim", // listed, role_wanted, role_known, engaged
      date: "date",
      until: "date?", // off the list since
      list: "dim",
      buying_role: "dim",
      engagement: "dim", // touch, webinar, gift, email, meeting
      ...dims("country", "segment", "product", "account", "owner"),
      attributes: "attributes",
      load_no: "int",
      raw_row: "int",
    },
    order: ["event", "date"],
  },
} as const satisfies DerivedTables;
