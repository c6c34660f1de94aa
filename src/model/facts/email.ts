import { everyDim } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

/** Mailings and what became of each message. */
export const EMAIL_FACTS = {
  /** One mailing with its totals as the e-mail tool reports them; a later export brings the newer totals. */
  email_campaign: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // sent on
      sent_at: "time?",
      name: "text",
      program_type: "dim", // nurture, accelerator, one_off
      ...everyDim,
      attributes: "attributes",
      sent: "int", // attempted after suppression
      delivered: "int",
      hard_bounces: "int",
      soft_bounces: "int",
      bounces: "int",
      unique_opens: "int", // persons, machine opens among them
      total_opens: "int",
      machine_opens: "int", // persons whose mail program opened by itself
      unique_clicks: "int", // persons
      total_clicks: "int",
      unsubscribes: "int",
      complaints: "int",
    },
    required: ["date"],
    order: ["external_id"],
  },
  email_event: {
    loading: "history",
    date: "date",
    columns: {
      campaign_id: "id", // the mailing's external_id
      person_id: "id",
      email_hash: "id",
      date: "date",
      occurred_at: "time?",
      event_type: "dim", // sent, delivered, hard_bounce, soft_bounce, open, click, unsubscribe, complaint
      /** 1 = no person did it; `machine_signal` names what gave it away. */
      is_machine: "flag",
      machine_signal: "dim",
      /** The program that opened or clicked, as the source reports it. */
      user_agent: "text",
      program_type: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date", "event_type", "campaign_id"],
    order: ["date"],
  },
} as const satisfies Facts;
