import { addMonths, type Day, dayOfMinute } from "../calendar.ts";
import type { CampaignMember, FairVisit, Registration, VendorLead } from "../world.ts";
import { MINIMUM_MINUTES } from "./occasions.ts";

/** `occasion`: what tells campaigns of one name apart. */
type Membership = Omit<CampaignMember, "id" | "campaignId"> & { readonly occasion: string };

/** The months since which the American office keeps its campaigns in Salesforce. */
const SINCE = 8;

/**
 * What the American office enters into Salesforce: the members of its fair, of the webinars that its contacts registered
 * for, and of its syndication programme. ON24 reports the same webinars, so that everybody in them is told twice.
 */
export function campaignMembers(
  start: Day,
  last: Day,
  {
    fairs,
    registrations,
    vendorLeads,
  }: {
    readonly fairs: readonly FairVisit[];
    readonly registrations: readonly Registration[];
    readonly vendorLeads: readonly VendorLead[];
  },
): CampaignMember[] {
  const since = addMonths(start, SINCE);
  const members: Membership[] = [];
  const visits = Map.groupBy(
    fairs.filter(({ place, day }) => place === "chicago" && day >= since),
    ({ fair, person }) => `${fair}/${person.id}`,
  );
  for (const [visit] of visits.values())
    if (visit !== undefined)
      members.push({
        campaign: visit.fair,
        occasion: visit.fair,
        parent: "Trade shows",
        type: "Trade Show",
        person: visit.person,
        status: visit.talk ? "Meeting at booth" : "Visited booth",
        associated: visit.day,
        responded: visit.day,
      });
  for (const { vendor, status, person, day } of vendorLeads)
    if (vendor.id === "flownet" && status === "Accepted" && person !== null && day >= since)
      members.push({
        campaign: `FlowNet ${new Date(day * 86_400_000).getUTCFullYear()}`,
        occasion: vendor.id,
        parent: "Content syndication",
        type: "Content Syndication",
        person,
        status: "Downloaded",
        associated: day,
        responded: day,
      });
  const seats = Map.groupBy(
    registrations.filter(({ webinar, country, cancelled, person, registered }) => {
      const counts = webinar.tool === "on24" && country === "US" && person !== null && !cancelled;
      return counts && dayOfMinute(webinar.starts) >= since && dayOfMinute(registered) <= last;
    }),
    ({ webinar, person }) => `${webinar.id}/${person?.id}`,
  );
  for (const rows of seats.values()) {
    const [first] = rows;
    if (first === undefined || first.person === null) continue;
    const minutes = rows.flatMap(({ joins }) => joins).reduce((sum, { from, to }) => sum + to - from, 0);
    const attended = minutes >= MINIMUM_MINUTES;
    const watched = rows.flatMap((row) => (row.watched === null ? [] : [dayOfMinute(row.watched)]));
    members.push({
      campaign: first.webinar.name,
      occasion: first.webinar.id,
      parent: "Webinars",
      type: "Webcast",
      person: first.person,
      status: attended ? "Attended" : watched.length > 0 ? "Attended On-demand" : "No Show",
      associated: Math.min(...rows.map(({ registered }) => dayOfMinute(registered))),
      responded: attended ? dayOfMinute(first.webinar.starts) : watched.length > 0 ? Math.min(...watched) : null,
    });
  }
  const campaigns = [...new Set(members.map(({ campaign, occasion }) => `${occasion}/${campaign}`))];
  return members
    .sort((a, b) => a.associated - b.associated || a.person.id - b.person.id)
    .map(({ occasion, ...member }, i) => ({
      ...member,
      id: `00v5f${String(600_000 + i).padStart(10, "0")}`,
      campaignId: `7015f${String(20_000 + campaigns.indexOf(`${occasion}/${member.campaign}`)).padStart(10, "0")}`,
    }));
}
