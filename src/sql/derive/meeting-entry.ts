import { textLiteral } from "../channel/text-literal.ts";
import type { DeriveStep } from "./derive-context.ts";
import { exclusionRules } from "./exclusion-rules.ts";
import { eachDim, firstSet, insertDerived } from "./insert-derived.ts";

/** One row per meeting, with the dimensions of its person, else of its deal, where it says none itself. */
export const meetingEntry: DeriveStep = ({ buildNo, workspace: { exclusions } }) => {
  const customer = exclusionRules.customer(exclusions);
  const excluded =
    customer === undefined
      ? "person.excluded"
      : firstSet(
          "person.excluded",
          `if(meeting.person_key != '' AND ifNull(person.customer_since < least(first_lead.day, meeting.date), 0), ${textLiteral(customer)}, '')`,
        );
  return [
    insertDerived(
      "meeting_entry",
      buildNo,
      {
        meeting_id: "meeting.external_id",
        person_key: "meeting.person_key",
        date: "meeting.date",
        meeting_date: "meeting.meeting_date",
        kind: "meeting.kind",
        status: "lower(toString(meeting.status))",
        ...eachDim((dim) => firstSet(`meeting.${dim}`, `person.${dim}`, `deal.${dim}`)),
        attributes: "meeting.attributes",
        excluded,
        load_no: "meeting.load_no",
        raw_row: "meeting.raw_row",
      },
      `FROM derive_meeting AS meeting
LEFT ANY JOIN derive_person AS person ON person.person_key = meeting.person_key
LEFT ANY JOIN derive_sale AS deal ON deal.deal_node = meeting.deal_node
LEFT ANY JOIN (
  SELECT person_key, min(lead_date) AS day
  FROM funnel_entry
  WHERE build_no = ${buildNo} AND stage = 'lead'
  GROUP BY person_key
) AS first_lead ON first_lead.person_key = meeting.person_key`,
    ),
  ];
};
