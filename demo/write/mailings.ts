import { dayOfMinute, isoOf, type Minute, minuteOf, partsOf, stampOf, utcOf } from "../calendar.ts";
import { firstExportDay } from "../simulate/simulate.ts";
import type { Mailing, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const two = (n: number): string => String(n).padStart(2, "0");

/** `Jun 09, 2026 09:30 pm` */
function mailchimpTime(at: Minute): string {
  const { year, month, day } = partsOf(dayOfMinute(at));
  const hour = Math.floor((at % 1440) / 60);
  return `${MONTHS[month - 1]} ${two(day)}, ${year} ${two(hour % 12 === 0 ? 12 : hour % 12)}:${two(at % 60)} ${hour < 12 ? "am" : "pm"}`;
}

const deliveredOf = (mailing: Mailing): number => mailing.sent - mailing.softBounces - mailing.hardBounces;
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(2)}%`;
const fraction = (part: number, whole: number): string => (part / whole).toFixed(4);

/** Opens and clicks go on for weeks: what was sent in the last ten days before an export is not finished in it. */
function soFar(mailing: Mailing, exported: Minute): Mailing {
  const share = Math.min(1, 0.55 + 0.045 * Math.floor((exported - mailing.at) / 1440));
  return {
    ...mailing,
    opens: Math.floor(mailing.opens * share),
    totalOpens: Math.floor(mailing.totalOpens * share),
    clicks: Math.floor(mailing.clicks * share),
    totalClicks: Math.floor(mailing.totalClicks * share),
    unsubscribes: Math.floor(mailing.unsubscribes * share),
  };
}

/** All campaigns, exported twice: the later file brings the newer totals of the same mailings. */
export function writeMailchimp(world: World): OutFile[] {
  return [
    { name: "mailchimp-campaigns-1.csv", exported: minuteOf(firstExportDay(world.today) + 6, 18, 0), first: true },
    { name: "mailchimp-campaigns-2.csv", exported: minuteOf(world.today, 8, 0), first: false },
  ].map(({ name, exported, first }) =>
    delimited(`exports/email/${name}`, {
      header: [
        "Title",
        "Subject",
        "List",
        "Send Date",
        "Send Weekday",
        "Total Recipients",
        "Successful Deliveries",
        "Soft Bounces",
        "Hard Bounces",
        "Total Bounces",
        "Times Forwarded",
        "Forwarded Opens",
        "Unique Opens",
        "Open Rate",
        "Total Opens",
        "Unique Clicks",
        "Click Rate",
        "Total Clicks",
        "Unsubscribes",
        "Abuse Complaints",
        "Times Liked on Facebook",
        "Folder Id",
        "Unique Id",
        "Total Orders",
        "Total Gross Sales",
        "Total Revenue",
      ],
      rows: world.mailings
        .filter(({ tool, at }) => tool === "mailchimp" && at <= exported)
        .map((whole): Cell[] => {
          const mailing = first ? soFar(whole, exported) : whole;
          const delivered = deliveredOf(mailing);
          return [
            mailing.title,
            mailing.subject,
            mailing.list,
            mailchimpTime(mailing.at),
            WEEKDAYS[partsOf(dayOfMinute(mailing.at)).weekday] ?? "",
            mailing.sent,
            delivered,
            mailing.softBounces,
            mailing.hardBounces,
            mailing.softBounces + mailing.hardBounces,
            0,
            0,
            mailing.opens,
            percent(mailing.opens, delivered),
            mailing.totalOpens,
            mailing.clicks,
            percent(mailing.clicks, delivered),
            mailing.totalClicks,
            mailing.unsubscribes,
            mailing.complaints,
            0,
            "",
            mailing.id,
            0,
            0,
            0,
          ];
        }),
    }),
  );
}

/** The shop's tool: rates as fractions, machine opens told apart, and a text message among the mails. */
export function writeKlaviyo(world: World): OutFile {
  const mailings = world.mailings.filter(({ tool }) => tool === "klaviyo");
  const rows = mailings.map((mailing): Cell[] => {
    const delivered = deliveredOf(mailing);
    const bounces = mailing.softBounces + mailing.hardBounces;
    return [
      mailing.title,
      mailing.tags,
      mailing.subject,
      mailing.list,
      `${stampOf(mailing.at)}:00`,
      WEEKDAYS[partsOf(dayOfMinute(mailing.at)).weekday] ?? "",
      mailing.sent,
      mailing.orders,
      fraction(mailing.orders, delivered),
      mailing.revenue.toFixed(2),
      mailing.opens,
      fraction(mailing.opens, delivered),
      mailing.totalOpens,
      mailing.machineOpens,
      mailing.clicks,
      fraction(mailing.clicks, delivered),
      mailing.totalClicks,
      mailing.unsubscribes,
      mailing.complaints,
      fraction(mailing.complaints, delivered),
      delivered,
      bounces,
      fraction(bounces, mailing.sent),
      mailing.id,
      "Email",
    ];
  });
  const [first] = mailings;
  const sms: Cell[] = [
    "Spring stock-taking",
    "shop",
    "",
    "Shop customers, mobile",
    `${isoOf(dayOfMinute(first?.at ?? 0) + 4)} 10:00:00`,
    "Monday",
  ];
  sms.push(
    210,
    1,
    "0.0048",
    "84.00",
    "",
    "",
    "",
    "",
    12,
    "0.0573",
    13,
    2,
    0,
    "0.0",
    209,
    1,
    "0.0048",
    "01JSMS00000000000000000001",
    "SMS",
  );
  return delimited("exports/email/klaviyo-campaigns.csv", {
    header: [
      "Campaign Name",
      "Tags",
      "Subject",
      "List",
      "Send Time",
      "Send Weekday",
      "Total Recipients",
      "Unique Placed Order",
      "Placed Order Rate",
      "Revenue",
      "Unique Opens",
      "Open Rate",
      "Total Opens",
      "Unique Apple Privacy Opens",
      "Unique Clicks",
      "Click Rate",
      "Total Clicks",
      "Unsubscribes",
      "Spam Complaints",
      "Spam Complaints Rate",
      "Successful Deliveries",
      "Bounces",
      "Bounce Rate",
      "Campaign ID",
      "Campaign Channel",
    ],
    rows: [...rows, sms],
  });
}

const TYPES = {
  sent: "SENT",
  bounce: "BOUNCE",
  open: "OPEN",
  click: "CLICK",
  unsubscribe: "STATUSCHANGE",
  complaint: "SPAMREPORT",
} as const;

/** Nurture mails event by event, in UTC. HubSpot's filter marks what mail programs open, and misses the scanners' clicks. */
export function writeMailEvents(world: World): OutFile {
  return delimited("exports/email/hubspot-email-events.csv", {
    header: [
      "id",
      "app_id",
      "created",
      "email_campaign_id",
      "type",
      "filtered_event",
      "recipient",
      "user_agent",
      "portal_subscription_status",
    ],
    rows: world.mails
      .filter(({ tool }) => tool === "hubspot")
      .map((event): Cell[] => [
        event.id,
        113,
        `${stampOf(utcOf(event.at))}:00.000`,
        event.mailing,
        TYPES[event.type],
        event.type === "open" ? String(event.machine) : "",
        event.person.email.trim().toLowerCase(),
        "",
        event.type === "unsubscribe" ? "UNSUBSCRIBED" : "",
      ]),
  });
}
