import type { DeriveStep } from "./derive-context.ts";
import { DIMS, eachDim, firstSet, insertDerived } from "./insert-derived.ts";
import { OF_THE_PERSON } from "./participation-entry.ts";
import { standingEntities } from "./standing-rows.ts";
import { PERSON_COLUMNS, withPerson } from "./with-person.ts";

const CLAIMED = "('claimed', 'redeemed')";
const DELIVERED = "('delivered', 'opened', 'clicked', 'claimed', 'redeemed')";
/** Nothing is paid for these: the value comes back. */
const UNPAID = "('expired', 'refunded', 'canceled', 'cancelled', 'failed', 'bounced', 'undeliverable')";

/** One row per gift at the day it was delivered, else sent, with the days until the person's next meeting. */
export const giftEntry: DeriveStep = ({ buildNo, visible }) => {
  const columns = [
    ...PERSON_COLUMNS,
    ...["date", "gift_type", "gift_name", "gift_value", "lead_tier", "status", "delivered_date", "claimed_date"],
    ...["met_date", "cost", "currency", ...DIMS, "attributes", "load_no", "raw_row"],
  ];
  const said = "lower(toString(gift.status))";
  const day = "coalesce(gift.delivered_date, gift.claimed_date, gift.date)";
  const later = `arrayFilter(day -> day >= ${day}, arrayConcat(if(gift.met_date IS NULL, [], [assumeNotNull(gift.met_date)]), met.days))`;
  return [
    insertDerived(
      "gift_entry",
      buildNo,
      {
        gift_id: "gift.external_id",
        person_key: "gift.person_key",
        date: `assumeNotNull(${day})`,
        gift_type: "gift.gift_type",
        gift_name: "gift.gift_name",
        gift_value: "gift.gift_value",
        lead_tier: "gift.lead_tier",
        status: said,
        delivered: `toUInt8(gift.delivered_date IS NOT NULL OR gift.claimed_date IS NOT NULL OR ${said} IN ${DELIVERED})`,
        claimed: `toUInt8(gift.claimed_date IS NOT NULL OR ${said} IN ${CLAIMED})`,
        meeting_days: `if(length(${later}) = 0, NULL, toInt64(arrayMin(${later}) - assumeNotNull(${day})))`,
        cost: `if(${said} IN ${UNPAID}, toDecimal64(0, 4), gift.cost)`,
        currency: "gift.currency",
        ...eachDim((dim) => firstSet(`gift.${dim}`, ...(OF_THE_PERSON.has(dim) ? [`person.${dim}`] : []))),
        attributes: "gift.attributes",
        excluded: "person.excluded",
        load_no: "gift.load_no",
        raw_row: "gift.raw_row",
      },
      `FROM (${withPerson(standingEntities("gift", visible, columns), columns)}) AS gift
LEFT ANY JOIN derive_person AS person ON person.person_key = gift.person_key
LEFT ANY JOIN (SELECT person_key, groupArray(date) AS days FROM derive_meeting WHERE person_key != '' GROUP BY person_key) AS met ON met.person_key = gift.person_key`,
    ),
  ];
};
