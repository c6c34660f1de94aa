import { everyDim } from "./dimension-columns.ts";
import type { Facts } from "./fact.ts";

/** Costs from ledgers, and rates of exchange. */
export const COST_FACTS = {
  cost: {
    loading: "segment",
    date: "date",
    columns: {
      date: "date",
      vendor: "dim",
      /** media, tools, people, travel, agency, content, other | sales, business_development | serving */
      category: "dim",
      gl_account: "dim",
      memo: "text",
      ...everyDim,
      attributes: "attributes",
      basis: "dim", // platform, ledger, manual
      /** The ad platform whose own figures this cost repeats, or "". */
      platform: "dim",
      amount: "money",
      currency: "dim",
    },
    required: ["date", "amount", "currency", "category"],
    order: ["date"],
  },
  fx_rate: {
    loading: "history",
    date: "date",
    columns: {
      date: "date",
      currency: "dim",
      base: "dim",
      /** Units of `base` for one unit of `currency`. */
      rate: "rate",
    },
    required: ["date", "currency", "base", "rate"],
    order: ["date"],
  },
} as const satisfies Facts;
