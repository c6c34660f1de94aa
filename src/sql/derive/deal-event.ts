import type { DeriveStep } from "./derive-context.ts";
import { eachDim, firstSet, insertDerived } from "./insert-derived.ts";
import { sourced } from "./sourced.ts";

/** Deals without any known day stand under day 0 with this exclusion, so that only a receipt counts them. */
const NO_DATE = "no_date";

/** One row per deal and event: created, won, lost. */
export const dealEvent: DeriveStep = ({ buildNo, workspace }) => [
  insertDerived(
    "deal_event",
    buildNo,
    {
      opportunity_id: "deal_id",
      account_key: "resolved_account",
      event: "event.1",
      date: "ifNull(event.2, toDate(0))",
      created_date: "created_date",
      won_date: "won_date",
      lost_date: "lost_date",
      closed_date: "closed_date",
      expected_close: "expected_close",
      status: "status",
      deal_stage: "stage",
      type: "type",
      amount: "amount",
      currency: "currency",
      is_first_win: "event.1 = 'won' AND is_new_business AND win_no = 1",
      sourced: sourced("channel", workspace.not_marketing_channels),
      ...eachDim((dim) => dim),
      attributes: "attributes",
      excluded: firstSet("excluded", `if(event.1 = 'created' AND created_date IS NULL, '${NO_DATE}', '')`),
      load_no: "load_no",
      raw_row: "raw_row",
    },
    `FROM derive_sale
ARRAY JOIN [('created', created_date), ('won', won_date), ('lost', lost_date)] AS event
WHERE event.1 = 'created' OR event.2 IS NOT NULL`,
  ),
];
