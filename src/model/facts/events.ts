import { everyDim } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

/** Webinars, fairs and who took part. */
export const EVENT_FACTS = {
  /** A webinar, a trade fair or another event. */
  event: {
    loading: "entity",
    date: "date",
    columns: {
      /** The event of which this record tells one day; empty: the record tells the whole event. */
      event_id: "id",
      date: "date", // begins on
      starts_at: "time?",
      ends_at: "time?",
      duration_minutes: "decimal",
      event_name: "dim",
      event_kind: "dim", // webinar, fair, …
      topic: "dim", // thought_leadership, general, product
      /** Live minutes from which somebody counts as an attendee. */
      minimum_minutes: "decimal",
      items_given: "int",
      talks_held: "int",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
  /** A person at an event; one row per join where the source reports joins. */
  participation: {
    loading: "history",
    date: "date",
    columns: {
      event_id: "id", // the event's external_id
      person_id: "id",
      email_hash: "id",
      date: "date?", // the event's day; an event record knows better
      registered_at: "time?",
      joined_at: "time?",
      left_at: "time?",
      live_minutes: "decimal",
      on_demand_minutes: "decimal",
      watched_on: "date?", // the recording
      asked: "flag", // a question, a poll or a survey answered
      talk_held: "flag",
      items_given: "int",
      role: "dim", // attendee, panelist, host
      status: "dim", // registered, attended, no_show, on_demand, cancelled, contact
      event_name: "dim",
      event_kind: "dim",
      topic: "dim",
      minimum_minutes: "decimal",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["event_id"],
    order: ["event_id"],
  },
} as const satisfies Facts;
