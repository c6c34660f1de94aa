import { americanOf, type Day, germanOf, isoOf, partsOf } from "../calendar.ts";
import { type Fair, VENDORS } from "../company.ts";
import { correctedFrom } from "../simulate/vendor-leads.ts";
import type { VendorLead, World } from "../world.ts";
import { type Cell, delimited, type OutFile } from "./file.ts";

const VENDOR_HEADER = [
  "Marketo Program Name",
  "First Name",
  "Last Name",
  "Email Address",
  "Company Name",
  "Job Title",
  "State/Province",
  "Country",
  "Campaign Member Status",
  "Label as Opt-In?",
  "Phone",
  "Preferred Language",
  "Asset Title",
  "Delivery Date",
  "Planning a purchase?",
  "Lead Status",
  "CPL",
];

/** A vendor's lists: the past, a list that was wrong, and the one that corrects it. */
export function writeVendorLeads(world: World): OutFile[] {
  const correction = correctedFrom(world.today);
  const day = { "process-guide": germanOf, flownet: americanOf } as const;
  return VENDORS.flatMap((vendor) => {
    const own = world.vendorLeads.filter((lead) => lead.vendor === vendor);
    const middle = own.filter((lead) => lead.day >= correction && lead.day < correction + 181);
    const list = (name: string, leads: readonly VendorLead[], status: "status" | "firstStatus"): OutFile =>
      delimited(`exports/syndication/${vendor.id}-${name}.csv`, {
        header: VENDOR_HEADER,
        rows: leads.map((lead): Cell[] => [
          lead.programme,
          lead.first,
          lead.last,
          lead.email,
          lead.company,
          lead.job,
          "",
          lead.country,
          "Downloaded",
          lead[status] === "Accepted" ? "Yes" : "",
          "",
          lead.country === "FR" ? "French" : lead.country === "US" ? "English" : "German",
          lead.asset,
          day[vendor.id](lead.day),
          lead.intent === null ? "" : lead.intent ? "Yes" : "No",
          lead[status],
          lead[status] === "Accepted" ? vendor.price : 0,
        ]),
      });
    const year = partsOf(correction).year;
    return [
      list(
        `leads-to-${year - 1}`,
        own.filter((lead) => lead.day < correction),
        "status",
      ),
      list(`leads-${year}-first`, middle, "firstStatus"),
      list(
        `leads-${year}-corrected`,
        own.filter((lead) => lead.day >= correction),
        "status",
      ),
    ];
  });
}

const stamp = (day: Day | null): string => (day === null ? "" : isoOf(day));

export function writeGifts(world: World): OutFile {
  return delimited("exports/direct-mail/gift-sends.csv", {
    header: [
      "Send ID",
      "Touch",
      "Type",
      "Gift",
      "Recipient Name",
      "Recipient Email",
      "Company",
      "Country",
      "CRM ID",
      "CRM Type",
      "Lead Tier",
      "Sender",
      "Status",
      "Sent Date",
      "Delivered Date",
      "Opened Date",
      "Redeemed Date",
      "Meeting Date",
      "Item Cost",
      "Shipping Cost",
      "Total Cost",
      "Currency",
    ],
    rows: world.gifts.map((gift): Cell[] => [
      gift.id,
      gift.campaign,
      gift.type,
      gift.name,
      `${gift.person.first} ${gift.person.last}`,
      gift.person.email,
      gift.person.company?.name ?? "",
      gift.person.country,
      gift.person.id,
      "contact",
      gift.tier,
      "marketing@lotwerk.example",
      gift.status,
      isoOf(gift.sent),
      stamp(gift.delivered),
      stamp(gift.claimed),
      stamp(gift.claimed),
      stamp(gift.met),
      gift.value.toFixed(2),
      (gift.cost === 0 ? 0 : gift.cost - gift.value).toFixed(2),
      gift.cost.toFixed(2),
      gift.currency,
    ]),
  });
}

const CHINA: Fair["id"] = "shanghai";

/** Who came to the stands: one list of the western fairs, and one that colleagues in Shanghai keep in Chinese. */
export function writeFairs(world: World): OutFile[] {
  const visits = (china: boolean): Cell[][] =>
    world.fairs
      .filter(({ place }) => (place === CHINA) === china)
      .map((visit) => [
        visit.fair,
        isoOf(visit.day),
        visit.person.email,
        visit.person.first,
        visit.person.last,
        visit.person.company?.name ?? "",
        visit.person.job,
        visit.person.country,
        visit.talk ? (china ? "是" : "yes") : china ? "否" : "no",
        visit.items,
        visit.host,
      ]);
  const counts = (china: boolean): Cell[][] =>
    world.stands
      .filter(({ place }) => (place === CHINA) === china)
      .map(({ fair, day, items, talks }) => [fair, isoOf(day), items, talks]);
  const chinese = { encoding: "gb18030", newline: "\r\n" } as const;
  return [
    delimited("exports/fairs/fair-contacts.csv", {
      header: [
        "Event",
        "Event date",
        "Email",
        "First name",
        "Last name",
        "Company",
        "Job title",
        "Country",
        "Talk held",
        "Items given",
        "Talked to",
      ],
      rows: visits(false),
    }),
    delimited("exports/fairs/fair-stands.csv", {
      header: ["Event", "Event date", "Items given", "Talks held"],
      rows: counts(false),
    }),
    delimited(
      "exports/fairs/展会联系人.csv",
      {
        header: [
          "展会",
          "展会日期",
          "邮箱",
          "名",
          "姓",
          "公司",
          "职位",
          "国家/地区",
          "是否洽谈",
          "派发物品数",
          "接待人",
        ],
        rows: visits(true),
      },
      chinese,
    ),
    delimited(
      "exports/fairs/展台统计.csv",
      { header: ["展会", "展会日期", "派发物品数", "洽谈次数"], rows: counts(true) },
      chinese,
    ),
  ];
}

export function writeTargets(world: World): OutFile {
  return delimited(
    "exports/accounts/target-accounts.csv",
    {
      header: ["Account", "Domain", "List", "Wanted roles", "Since", "Until", "Country", "Segment", "Owner"],
      rows: world.targets.map((target): Cell[] => [
        target.name,
        `https://www.${target.domain}/`,
        target.list,
        target.roles.join("; "),
        isoOf(target.since),
        stamp(target.until),
        target.country,
        "target",
        target.owner,
      ]),
    },
    { delimiter: "\t" },
  );
}
