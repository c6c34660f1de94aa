import { dims } from "../columns.ts";
import { everyDim } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

/** People, companies, and the stages, touches and meetings of people. */
export const PEOPLE_FACTS = {
  person: {
    loading: "entity",
    date: null,
    columns: {
      email_hash: "id", // "" = no e-mail
      mail_domain: "dim",
      company: "text",
      created_date: "date?",
      ...everyDim,
      attributes: "attributes",
      need: "flag",
      budget: "flag",
      authority: "flag",
      fit: "flag",
      is_test: "flag",
      lead_status: "dim",
    },
    required: [],
    order: ["external_id"],
  },
  person_identity: {
    loading: "history",
    date: null,
    columns: {
      /** The record that lives on; `external_id` is the alias that was merged into it. */
      person_id: "id",
      email_hash: "id",
    },
    required: ["person_id"],
    order: ["external_id"],
  },
  /** A record that its system deleted; it is gone until a later load brings it again. A person's stages go with the person. */
  deletion: {
    loading: "history",
    date: null,
    columns: {
      deleted_fact: "dim", // the fact whose record it was: person, opportunity, …
    },
    required: ["deleted_fact"],
    order: ["deleted_fact", "external_id"],
  },
  account: {
    loading: "entity",
    date: null,
    columns: {
      name: "text",
      domain: "dim",
      ...dims("country", "segment", "owner"),
      attributes: "attributes",
      is_target: "flag",
      customer_since: "date?",
    },
    required: [],
    order: ["external_id"],
  },
  stage_entry: {
    loading: "history",
    date: "date",
    columns: {
      person_id: "id",
      stage: "dim", // subscriber, lead, mql, sql, opportunity, won, lost, recycled
      date: "date",
      entered_at: "time?",
      evidence: "dim", // transition, became_date, snapshot, inferred
      ...everyDim,
      attributes: "attributes",
    },
    required: ["person_id", "stage", "date"],
    order: ["person_id"],
  },
  touch: {
    loading: "history",
    date: "date",
    columns: {
      person_id: "id",
      email_hash: "id",
      date: "date",
      touched_at: "time?",
      kind: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["date"],
  },
  meeting: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // booked on
      meeting_date: "date?",
      person_id: "id",
      opportunity_id: "id",
      kind: "dim", // demo, discovery, …
      status: "dim", // booked, held, no_show, cancelled
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
} as const satisfies Facts;
