import type { Stage } from "../../src/model/stages.ts";
import { type Minute, minuteOf, stampOf } from "../calendar.ts";
import { COMPANY } from "../company.ts";
import { firstExportDay } from "../simulate/simulate.ts";
import type { Person, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

const TITLES: readonly [Stage, string][] = [
  ["won", "Customer"],
  ["opportunity", "Opportunity"],
  ["sql", "Sales Qualified Lead"],
  ["mql", "Marketing Qualified Lead"],
  ["lead", "Lead"],
];

function row(person: Person, cut: Minute, merged: Person["aliases"]): Cell[] {
  const journey = person.journeys[0];
  const at = (stage: Stage): Minute | undefined => {
    const minute = journey?.entered[stage];
    return minute === undefined || minute > cut ? undefined : minute;
  };
  const stamp = (minute: Minute | undefined | null): string =>
    minute === undefined || minute === null || minute > cut ? "" : stampOf(minute);
  const reached = TITLES.find(([stage]) => at(stage) !== undefined)?.[1];
  const status =
    journey?.recycled !== undefined && journey.recycled <= cut
      ? "BAD_TIMING"
      : at("opportunity") !== undefined
        ? "OPEN_DEAL"
        : at("sql") !== undefined
          ? "CONNECTED"
          : at("mql") !== undefined
            ? "OPEN"
            : "NEW";
  return [
    person.id,
    person.first,
    person.last,
    person.email,
    person.job,
    person.company?.name ?? (person.kind === "prospect" ? "" : COMPANY.name),
    person.company?.id ?? "",
    reached ?? (person.subscribed === null ? "" : "Subscriber"),
    reached === undefined ? "" : status,
    ...person.origin,
    person.country,
    stampOf(person.created),
    stamp(person.subscribed),
    stamp(at("lead")),
    stamp(at("mql")),
    stamp(at("sql")),
    stamp(at("opportunity")),
    stamp(at("won")),
    person.firstForm,
    person.firstForm === "" ? "" : stampOf(person.created),
    merged.map((alias) => alias.id).join(";"),
    person.owner,
  ];
}

/** Two full exports of the contacts; before the second one a clean-up merged the duplicates that the first still shows. */
export function writeContacts(world: World): OutFile[] {
  return [
    { name: "hubspot-contacts-1.csv", cut: minuteOf(firstExportDay(world.today), 23, 59), cleaned: false },
    { name: "hubspot-contacts-2.csv", cut: minuteOf(world.last, 23, 59), cleaned: true },
  ].map(({ name, cut, cleaned }) => {
    const rows: Cell[][] = [];
    for (const person of world.people) {
      if (person.created > cut) continue;
      rows.push(row(person, cut, cleaned ? person.aliases : []));
      if (cleaned) continue;
      for (const { id, email, created, lead } of person.aliases) {
        const journeys = [{ entered: { lead } }];
        rows.push(row({ ...person, id, email, created, journeys, subscribed: null, owner: "" }, cut, []));
      }
    }
    return delimited(`exports/hubspot/${name}`, {
      header: [
        "Record ID",
        "First Name",
        "Last Name",
        "Email",
        "Job Title",
        "Company Name",
        "Associated Company IDs",
        "Lifecycle Stage",
        "Lead Status",
        "Original Source",
        "Original Source Drill-Down 1",
        "Original Source Drill-Down 2",
        "Country/Region Code",
        "Create Date",
        "Became a Subscriber Date",
        "Became a Lead Date",
        "Became a Marketing Qualified Lead Date",
        "Became a Sales Qualified Lead Date",
        "Became an Opportunity Date",
        "Became a Customer Date",
        "First Conversion",
        "First Conversion Date",
        "Merged Contact IDs",
        "Contact owner",
      ],
      rows,
    });
  });
}
