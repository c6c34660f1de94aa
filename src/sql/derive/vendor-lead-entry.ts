import type { DeriveStep } from "./derive-context.ts";
import { DIMS, eachDim, firstSet, insertDerived } from "./insert-derived.ts";
import { OF_THE_PERSON } from "./participation-entry.ts";
import { standingEntities } from "./standing-rows.ts";
import { PERSON_COLUMNS, withPerson } from "./with-person.ts";

/** One row per lead that a vendor delivered, whether or not it was accepted; only accepted ones have a price. */
export const vendorLeadEntry: DeriveStep = ({ buildNo, visible }) => {
  const own = ["date", "vendor", "reject_reason", "intent", "currency", "attributes", "load_no", "raw_row"];
  const columns = [...PERSON_COLUMNS, ...own, "status", "price", ...DIMS];
  const said = "lower(toString(lead.status))";
  return [
    insertDerived(
      "vendor_lead_entry",
      buildNo,
      {
        lead_id: "lead.external_id",
        person_key: "lead.person_key",
        ...Object.fromEntries(own.map((name) => [name, `lead.${name}`])),
        status: said,
        price: `if(${said} = 'accepted', lead.price, toDecimal64(0, 4))`,
        ...eachDim((dim) => firstSet(`lead.${dim}`, ...(OF_THE_PERSON.has(dim) ? [`person.${dim}`] : []))),
      },
      `FROM (${withPerson(standingEntities("vendor_lead", visible, columns), columns)}) AS lead
LEFT ANY JOIN derive_person AS person ON person.person_key = lead.person_key`,
    ),
  ];
};
