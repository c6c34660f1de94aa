import { addMonths, type Day, dayOfMinute } from "../calendar.ts";
import { type Country, VENDORS, vendorProgramme } from "../company.ts";
import type { Random } from "../random.ts";
import type { Person, VendorLead } from "../world.ts";
import { personName } from "./names.ts";

const ASSETS: Readonly<Record<string, readonly string[]>> = {
  "process-guide": ["Leitfaden Füllstand", "Guide de la mesure de niveau"],
  flownet: ["Level measurement handbook", "Tank monitoring buyer's guide"],
};
const REFUSED = ["Rejected - free email", "Rejected - wrong country", "Rejected - student", "Rejected - invalid phone"];
const RETURNED = ["Rejected - invalid phone", "Rejected - left the company", "Rejected - did not download"];

/** The month in which a list is handed over a second time, with what was returned taken off the bill. */
export const correctedFrom = (today: Day): Day => addMonths(today, -10);

/**
 * The lists of the vendors, up to the last whole month. What is accepted is in the CRM as a lead of the same day; what is
 * refused at once never gets there.
 */
export function simulateVendorLeads(random: Random, people: readonly Person[], today: Day): VendorLead[] {
  const leads: VendorLead[] = [];
  const end = addMonths(today, 0);
  const correction = correctedFrom(today);
  for (const vendor of VENDORS) {
    const programme = vendorProgramme(vendor);
    for (const person of people) {
      const day = dayOfMinute(person.created);
      if (person.origin[2] !== vendor.origin || day >= end) continue;
      const mql = person.journeys[0]?.entered.mql !== undefined;
      const wanted =
        person.kind === "competitor"
          ? "Rejected - competitor"
          : person.kind === "prospect" && person.company !== null
            ? "Accepted"
            : person.kind === "prospect"
              ? "Rejected - free email"
              : "Rejected - existing customer";
      const returned = wanted === "Accepted" && day >= correction && !mql && random.chance(0.11);
      const base = {
        vendor,
        programme,
        day,
        person,
        first: person.first,
        last: person.last,
        email: person.email,
        company: person.company?.name ?? "",
        job: person.job,
        country: person.country,
        asset: random.pick(ASSETS[vendor.id] ?? [""]),
        intent: random.chance(0.15) ? null : random.chance(mql ? 0.42 : 0.13),
      };
      leads.push({ ...base, status: returned ? random.pick(RETURNED) : wanted, firstStatus: wanted });
      // The same reader, another paper: not paid twice.
      if (wanted === "Accepted" && random.chance(0.05)) {
        const asset = (ASSETS[vendor.id] ?? []).find((one) => one !== base.asset) ?? base.asset;
        const again = day + random.whole(1, 25);
        if (again < end)
          leads.push({ ...base, day: again, asset, intent: null, status: "Duplicate", firstStatus: "Duplicate" });
      }
      if (!random.chance(0.07)) continue;
      const country: Country = person.country;
      const { first, last } = personName(random, country);
      const status = random.pick(REFUSED);
      leads.push({
        ...base,
        person: null,
        first,
        last,
        email: `lotwerk-demo.reader${person.id}@${status === REFUSED[0] ? "gmail.com" : "unknown-firm.example"}`,
        company: "",
        job: "",
        intent: null,
        status,
        firstStatus: status,
      });
    }
  }
  return leads.sort((a, b) => a.day - b.day || a.email.localeCompare(b.email) || a.asset.localeCompare(b.asset));
}
