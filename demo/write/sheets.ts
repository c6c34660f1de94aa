import { americanOf, compactOf, dayOfMinute, isoOf, partsOf, stampOf } from "../calendar.ts";
import { OLD_CUSTOMER } from "../company.ts";
import type { World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";
import { halves } from "./halves.ts";

/** What finance keeps by hand, one sheet a year; the platform's invoices stand in it too. */
export function writeCostSheets(world: World): OutFile[] {
  return [...Map.groupBy(world.costs, (cost) => partsOf(cost.day).year)].map(([year, costs]) =>
    delimited(`exports/finance/cost-sheet-${year}.csv`, {
      header: ["Date", "Vendor", "Category", "Channel", "Country", "Platform", "Memo", "Amount", "Currency"],
      rows: costs.map((cost): Cell[] => [
        isoOf(cost.day),
        cost.vendor,
        cost.category,
        cost.channel,
        cost.country,
        cost.platform,
        cost.memo,
        cost.amount.toFixed(2),
        cost.currency,
      ]),
    }),
  );
}

/** Banking days only: on other days the last rate holds. */
export function writeFx(world: World): OutFile {
  return delimited("exports/finance/fx-rates.csv", {
    header: ["Date", "Currency", "Base", "Rate"],
    rows: world.fx.map((quote): Cell[] => [
      isoOf(quote.day),
      quote.currency,
      "EUR",
      quote.rate.toFixed(quote.currency === "JPY" ? 8 : 6),
    ]),
  });
}

const STATUS = { booked: "Booked", held: "Held", no_show: "No show", cancelled: "Cancelled" } as const;

export function writeMeetings(world: World): OutFile {
  return delimited(
    "exports/meetings/meetings.csv",
    {
      header: ["Meeting ID", "Booked on", "Meeting on", "Contact ID", "Type", "Outcome", "Owner"],
      rows: world.meetings.map((meeting): Cell[] => [
        meeting.id,
        stampOf(meeting.booked),
        stampOf(meeting.held),
        meeting.person.id,
        "Demo",
        STATUS[meeting.status],
        meeting.person.owner,
      ]),
    },
    { delimiter: ";", encoding: "utf-8-bom" },
  );
}

/** What a CRM workflow wrote down whenever a lead was turned away or sent back, and when it came again. */
export function writeRecycling(world: World): OutFile {
  const rows = world.people.flatMap((person) =>
    person.journeys.flatMap((journey, i) => {
      const lines: { at: number; stage: string }[] = [];
      // A deal that was lost stands in the deals; the log knows of leads that were turned away.
      if (journey.lost !== undefined && journey.entered.opportunity === undefined)
        lines.push({ at: journey.lost, stage: "Disqualified" });
      if (journey.recycled !== undefined) lines.push({ at: journey.recycled, stage: "Recycled" });
      if (i > 0) {
        const { lead, mql, sql } = journey.entered;
        if (lead !== undefined) lines.push({ at: lead, stage: "Lead" });
        if (mql !== undefined) lines.push({ at: mql, stage: "Marketing Qualified Lead" });
        if (sql !== undefined) lines.push({ at: sql, stage: "Sales Qualified Lead" });
      }
      return lines.map((line) => ({ ...line, person }));
    }),
  );
  return delimited("exports/hubspot/lifecycle-log.csv", {
    header: ["Logged at", "Contact ID", "New lifecycle stage", "Workflow"],
    rows: rows
      .sort((a, b) => a.at - b.at || a.person.id - b.person.id)
      .map((row): Cell[] => [
        stampOf(row.at),
        row.person.id,
        row.stage,
        row.stage === "Disqualified" ? "Lead triage" : "Recycling v2",
      ]),
  });
}

/** The shop's tracking, session by session, as a query on its event tables returns them. Times in UTC. */
export function writeShop(world: World): OutFile[] {
  return halves(world.start, world.last).map((half) =>
    delimited(`exports/shop/shop-sessions-${half.label}.csv`, {
      header: [
        "session_key",
        "event_date",
        "session_start_utc",
        "user_pseudo_id",
        "source",
        "medium",
        "campaign",
        "term",
        "landing_page",
        "device_category",
        "country",
        "is_new_user",
        "engaged",
        "page_views",
        "engagement_seconds",
        "purchases",
        "form_submits",
        "newsletter_signups",
        "video_views",
        "add_to_cart",
        "purchase_revenue",
        "currency",
      ],
      rows: world.shop
        .filter((session) => session.day >= half.from && session.day <= half.to)
        .map((session): Cell[] => [
          session.key,
          compactOf(session.day),
          `${stampOf(session.startUtc)}:00`,
          session.visitor,
          session.source,
          session.medium,
          session.campaign,
          session.keyword,
          session.landing,
          session.device,
          session.country,
          session.isNew ? 1 : 0,
          session.engaged ? 1 : 0,
          session.pageViews,
          session.seconds,
          session.orders,
          session.forms,
          session.newsletter,
          session.videos,
          session.cart ? 1 : 0,
          session.orders === 0 ? "" : session.revenue.toFixed(2),
          session.orders === 0 ? "" : "EUR",
        ]),
    }),
  );
}

export function writeReads(world: World): OutFile {
  return delimited("exports/content/content-reads.csv", {
    header: ["Day", "Reader", "Page", "Source", "Medium", "Country", "Device", "Seconds", "Scroll depth"],
    rows: world.reads.map((read): Cell[] => [
      americanOf(read.day),
      read.reader,
      read.page,
      read.source,
      read.medium,
      read.country,
      read.device,
      read.seconds.toFixed(1),
      `${read.depth}%`,
    ]),
  });
}

/** What sales wrote down after the first call. The sheet knows people by their address, not by their record in the CRM. */
export function writeCalls(world: World): OutFile {
  const word = (answer: boolean | null): string => (answer === null ? "" : answer ? "yes" : "no");
  return delimited(
    "exports/sales/qualification-calls.csv",
    {
      header: ["Call", "Called on", "E-mail", "Need", "Budget", "Authority", "Fit", "Caller"],
      rows: world.people
        .filter((person) => person.answers.some((answer) => answer !== null))
        .map((person, i): Cell[] => [
          `C-${String(i + 1).padStart(5, "0")}`,
          isoOf(Math.min(dayOfMinute(person.journeys[0]?.entered.mql ?? person.created) + 2, world.last)),
          person.email.trim().toLowerCase(),
          ...person.answers.map(word),
          person.owner,
        ]),
    },
    { delimiter: ";" },
  );
}

/** The companies of the CRM, so that people, deals and mail domains meet. */
export function writeCompanies(world: World): OutFile {
  const companies = new Map(
    world.people.flatMap((person) => (person.company === null ? [] : [[person.company.id, person.company] as const])),
  );
  return delimited("exports/hubspot/hubspot-companies.csv", {
    header: ["Record ID", "Company name", "Company Domain Name", "Country/Region Code", "Customer since"],
    rows: [
      [OLD_CUSTOMER.id, OLD_CUSTOMER.name, OLD_CUSTOMER.domain, OLD_CUSTOMER.country, OLD_CUSTOMER.since],
      ...[...companies.values()].map((company): Cell[] => [
        company.id,
        company.name,
        company.domain,
        company.country,
        "",
      ]),
    ],
  });
}
