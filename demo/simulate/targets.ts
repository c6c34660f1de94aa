import { addMonths, type Day, dayOfMinute } from "../calendar.ts";
import { BUYING_ROLES, type Country, OWNERS } from "../company.ts";
import type { Random } from "../random.ts";
import type { Company, Person, Target } from "../world.ts";

const LISTS: readonly { readonly name: string; readonly countries: readonly Country[]; readonly month: number }[] = [
  { name: "ABM DACH", countries: ["DE", "AT", "CH"], month: 0 },
  { name: "ABM US", countries: ["US"], month: 11 },
];
const KNOWN = 44;
/** Firms that sales wants and nobody has met. */
const STRANGERS: Readonly<Record<string, readonly string[]>> = {
  "ABM DACH": [
    "Wasserverband Wesertal",
    "Chemiepark Hohenstein",
    "Brauhaus Altmark",
    "Alpenland Pharma",
    "Stadtwerke Talbronn",
  ],
  "ABM US": ["Great Basin Water", "Bayou Petrochem", "Northern Dairy Coop", "Sierra Desalination"],
};

const domainOf = (name: string): string => `${name.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;

/** The firms that marketing and sales agreed on, a list for each market; a few left it in the second year. */
export function simulateTargets(random: Random, people: readonly Person[], start: Day): Target[] {
  const staff = Map.groupBy(
    people.filter((person) => person.company !== null && person.kind === "prospect"),
    (person) => person.company as Company,
  );
  return LISTS.flatMap(({ name, countries, month }) => {
    const since = addMonths(start, month);
    // Larger firms, and those from which somebody has come already.
    const firms = [...staff]
      .filter(([company]) => countries.includes(company.country))
      .map(([company, members]) => {
        const first = Math.min(...members.map(({ created }) => dayOfMinute(created)));
        return {
          company,
          rank: members.length * company.size * random.around(1, 0.5) * (first > since + 365 ? 0.3 : 1),
        };
      })
      .sort((a, b) => b.rank - a.rank || a.company.id.localeCompare(b.company.id))
      .slice(0, KNOWN);
    const target = (title: string, domain: string, country: Country, company: Company | null): Target => ({
      name: title,
      domain,
      country,
      company,
      list: name,
      since,
      until: random.chance(0.08) ? addMonths(start, random.whole(15, 21)) : null,
      roles: random.chance(0.25) ? BUYING_ROLES.slice(0, 3) : BUYING_ROLES,
      owner: random.pick(OWNERS[country]),
    });
    return [
      ...firms.map(({ company }) => target(company.name, company.domain, company.country, company)),
      ...(STRANGERS[name] ?? []).map((title) => target(title, domainOf(title), countries[0] ?? "DE", null)),
    ];
  });
}
