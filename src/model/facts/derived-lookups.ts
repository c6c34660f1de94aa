import type { DerivedTables } from "./fact.ts";

/** What other tables are looked up in: who is suppressed, and rates of exchange. */
export const DERIVED_LOOKUPS = {
  /** Persons (by e-mail hash) and mail domains that no advertising should be spent on: one row each and reason. */
  suppressed_contact: {
    date: "date",
    columns: {
      email_hash: "id", // "" = a mail domain
      mail_domain: "id", // "" = a person
      person_key: "id",
      reason: "id", // customer, open_opportunity, opted_out, excluded
      /** The exclusion rule, or the kind of opting out. */
      rule: "id",
      date: "date", // since; 1970-01-01 where no day is known
    },
    order: ["email_hash"],
  },
  /** Rates into the workspace's currency for every day and currency in use, filled forward from the last known day. */
  fx_daily: {
    date: "date",
    columns: {
      date: "date",
      currency: "dim",
      rate: "rate",
      known_on: "date", // the day the rate was quoted
    },
    order: ["currency", "date"],
  },
} as const satisfies DerivedTables;
