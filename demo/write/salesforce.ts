import { americanOf } from "../calendar.ts";
import type { World } from "../world.ts";
import { encode, type OutFile } from "./file.ts";

const TITLES = [
  "Campaign Name",
  "Campaign ID",
  "Parent Campaign",
  "Campaign Type",
  "Member ID",
  "Member Type",
  "Lead ID",
  "Contact ID",
  "First Name",
  "Last Name",
  "Email",
  "Company",
  "Member Status",
  "Responded",
  "Member First Associated Date",
  "First Responded Date",
];

/** The report "Campaigns with Campaign Members", details only: every cell in quotes, American dates. */
export function writeCampaignMembers(world: World): OutFile {
  const lines = [
    TITLES,
    ...world.members
      .filter(({ person }) => person.email !== "")
      .map(({ id, campaign, campaignId, parent, type, person, status, associated, responded }) => {
        const converted = person.journeys[0]?.entered.opportunity !== undefined;
        return [
          campaign,
          campaignId,
          parent,
          type,
          id,
          converted ? "Contact" : "Lead",
          `00Q5f${String(person.id).padStart(10, "0")}`,
          converted ? `0035f${String(person.id).padStart(10, "0")}` : "",
          person.first,
          person.last,
          person.email.trim(),
          person.company?.name ?? "",
          status,
          responded === null ? "0" : "1",
          americanOf(associated),
          responded === null ? "" : americanOf(responded),
        ];
      }),
  ].map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
  return {
    path: "exports/salesforce/campaign-members.csv",
    bytes: encode(`${lines.join("\r\n")}\r\n`, "utf-8"),
  };
}
