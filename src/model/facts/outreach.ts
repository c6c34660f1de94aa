import { dims } from "../columns.ts";
import { everyDim } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

/** Gifts, leads that vendors deliver, accounts to be won. */
export const OUTREACH_FACTS = {
  /** A gift or another thing sent by direct mail. */
  gift: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // sent on
      person_id: "id",
      email_hash: "id",
      gift_type: "dim", // physical, egift
      gift_name: "dim",
      status: "dim",
      delivered_date: "date?",
      claimed_date: "date?",
      met_date: "date?",
      gift_value: "money",
      cost: "money", // 0 where it expired or was refunded
      currency: "dim",
      lead_tier: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
  /** A lead that a vendor delivered; only accepted ones are paid for. */
  vendor_lead: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // delivered on
      person_id: "id",
      email_hash: "id",
      vendor: "dim",
      status: "dim", // accepted, rejected, duplicate
      reject_reason: "dim",
      /** The answer to the question about buying intent. */
      intent: "flag",
      price: "money",
      currency: "dim",
      ...everyDim,
      attributes: "attributes",
    },
    required: ["date", "status"],
    order: ["external_id"],
  },
  /** An account that the team has set out to win. */
  target_account: {
    loading: "entity",
    date: "date",
    columns: {
      date: "date", // on the list since
      until: "date?",
      name: "text",
      domain: "dim",
      list: "dim",
      /** Roles of the buying group, as they stand in job titles or in the field role. */
      wanted_roles: "ids",
      ...dims("country", "segment", "product", "owner"),
      attributes: "attributes",
    },
    required: ["date"],
    order: ["external_id"],
  },
} as const satisfies Facts;
