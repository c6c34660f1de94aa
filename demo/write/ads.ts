import { americanOf, type Day, germanOf, isoOf, longEnglishOf, longGermanOf, partsOf } from "../calendar.ts";
import type { AdCampaign } from "../company.ts";
import { lateFrom } from "../simulate/costs.ts";
import type { AdDay, World } from "../world.ts";
import { type Row, rowsOf, share } from "./ad-rows.ts";
import { type Cell, delimited, type OutFile, record } from "./file.ts";
import { type Half, halves } from "./halves.ts";
import { american, german, sumOf } from "./numbers.ts";

/** Days that a later export reports once more, with conversions and costs restated. */
export const RESTATED_DAYS = 30;

/**
 * What one export of a platform shows that restates: each file begins 30 days before its half-year, and the last 30 days
 * of all but the newest still carry the first figures.
 */
function restated(rows: readonly Row[], half: Half, first: boolean, newest: boolean): Row[] {
  const from = first ? half.from : half.from - RESTATED_DAYS;
  return rows
    .filter((row) => row.day >= from && row.day <= half.to)
    .map((row) => (!newest && row.day > half.to - RESTATED_DAYS ? { ...row, ...row.first } : row));
}

/** A renamed campaign shows its new name on all its days, from the first export of the last year on. */
const nameAt = (ad: AdCampaign, exported: Day, world: World): string =>
  ad.renamed !== undefined && partsOf(exported).year === partsOf(world.last).year ? ad.renamed : ad.name;

/** Rows of a search campaign that runs on partner sites too: the same campaign and day twice. */
function networks(row: Row): { readonly network: string; readonly part: Row }[] {
  if (row.campaign !== "tank_us" || row.clicks < 3) return [{ network: "Google search", part: row }];
  const cost = Math.round(row.cost * 18) / 100;
  const clicks = Math.floor(row.clicks / 5);
  const impressions = Math.floor(row.impressions / 4);
  return [
    {
      network: "Google search",
      part: {
        ...row,
        cost: Math.round((row.cost - cost) * 100) / 100,
        clicks: row.clicks - clicks,
        impressions: row.impressions - impressions,
      },
    },
    { network: "Search partners", part: { ...row, cost, clicks, impressions, conversions: 0, value: 0 } },
  ];
}

/** UTF-16LE with tabs ("Excel .csv"), title and period above, three kinds of totals below. */
export function writeGoogleAdsUs(world: World): OutFile[] {
  const parts = halves(world.start, world.last);
  const all = rowsOf(world, "google_ads", "Lotwerk Inc.");
  return parts.map((half, i) => {
    const rows = restated(all, half, i === 0, i === parts.length - 1);
    const from = i === 0 ? half.from : half.from - RESTATED_DAYS;
    const total = (title: string): Cell[] => [
      title,
      "",
      "",
      "",
      "",
      "USD",
      american(
        sumOf(rows, (row) => row.cost),
        2,
      ),
      american(
        sumOf(rows, (row) => row.impressions),
        0,
      ),
      american(
        sumOf(rows, (row) => row.clicks),
        0,
      ),
      share(
        sumOf(rows, (row) => row.clicks),
        sumOf(rows, (row) => row.impressions),
      ),
      american(
        sumOf(rows, (row) => row.conversions),
        2,
      ),
      american(
        sumOf(rows, (row) => row.value),
        2,
      ),
    ];
    return delimited(
      `exports/google-ads/google-ads-us-${half.label}.csv`,
      {
        before: ["Campaign report", `${longEnglishOf(from)} - ${longEnglishOf(half.to)}`],
        header: [
          "Campaign status",
          "Campaign",
          "Campaign ID",
          "Day",
          "Network (with search partners)",
          "Currency code",
          "Cost",
          "Impr.",
          "Clicks",
          "CTR",
          "Conversions",
          "Conv. value",
        ],
        rows: rows.flatMap((row) =>
          networks(row).map(({ network, part }) => [
            "Enabled",
            nameAt(row.ad, half.to, world),
            row.ad.platformId,
            isoOf(row.day),
            network,
            "USD",
            american(part.cost, 2),
            american(part.impressions, 0),
            american(part.clicks, 0),
            share(part.clicks, part.impressions),
            american(part.conversions, 2),
            american(part.value, 2),
          ]),
        ),
        after: ["Total: Campaigns", "Total: Account"].map((title) => record(total(title), "\t")),
      },
      { delimiter: "\t", encoding: "utf-16le", newline: "\r\n" },
    );
  });
}

/** Whether Google writes ` --` instead of the conversions: the campaign measures none on that day. */
export const conversionsUnknown = (day: AdDay): boolean => day.campaign === "messe_dach" && day.conversions === 0;

/** The German account: German words and numbers; the first export is plain CSV, the later ones are UTF-16 with tabs. */
export function writeGoogleAdsDe(world: World): OutFile[] {
  const parts = halves(world.start, world.last);
  const all = rowsOf(world, "google_ads", "Lotwerk GmbH");
  return parts.map((half, i) => {
    const rows = restated(all, half, i === 0, i === parts.length - 1);
    const from = i === 0 ? half.from : half.from - RESTATED_DAYS;
    const delimiter = i === 0 ? "," : "\t";
    const period = `${longGermanOf(from)} - ${longGermanOf(half.to)}`;
    const total = (title: string): Cell[] => [
      title,
      "",
      "",
      "",
      "EUR",
      german(
        sumOf(rows, (row) => row.impressions),
        0,
      ),
      german(
        sumOf(rows, (row) => row.cost),
        2,
      ),
      german(
        sumOf(rows, (row) => row.clicks),
        0,
      ),
      german(
        sumOf(rows, (row) => row.conversions),
        2,
      ),
    ];
    return delimited(
      `exports/google-ads/google-ads-de-${half.label}.csv`,
      {
        before: ["Kampagnenbericht", record([period], delimiter)],
        header: [
          "Kampagnenstatus",
          "Kampagne",
          "Kampagnen-ID",
          "Tag",
          "Währungscode",
          "Impressionen",
          "Kosten",
          "Klicks",
          "Conversions",
        ],
        rows: rows.map((row) => [
          "Aktiviert",
          row.ad.name,
          row.ad.platformId,
          germanOf(row.day),
          "EUR",
          german(row.impressions, 0),
          german(row.cost, 2),
          german(row.clicks, 0),
          conversionsUnknown(row) ? " --" : german(row.conversions, 2),
        ]),
        after: ["Gesamt: Kampagnen", "Gesamt: Konto"].map((title) => record(total(title), delimiter)),
      },
      i === 0 ? { newline: "\n" } : { delimiter: "\t", encoding: "utf-16le", newline: "\r\n" },
    );
  });
}

/** Days in UTC, American dates, five lines above the header. */
export function writeLinkedin(world: World): OutFile[] {
  const begin = lateFrom(world.start);
  const parts = halves(begin, world.last);
  const all = rowsOf(world, "linkedin").filter((row) => row.day >= begin);
  return parts.map((half, i) => {
    const newest = i === parts.length - 1;
    const rows = restated(all, half, i === 0, newest);
    const from = i === 0 ? half.from : half.from - RESTATED_DAYS;
    return delimited(
      `exports/linkedin/linkedin-campaigns-${half.label}.csv`,
      {
        before: [
          "Campaign Performance Report (in UTC)",
          `Report Start: ${longEnglishOf(from)}, 12:00 AM`,
          `Report End: ${longEnglishOf(half.to)}, 11:59 PM`,
          `Date Generated: ${longEnglishOf(half.to + 1)}, 9:15 AM`,
          "",
        ],
        header: [
          "Start Date (in UTC)",
          "Account Name",
          "Currency",
          "Campaign Group Name",
          "Campaign Group ID",
          "Campaign Name",
          "Campaign ID",
          "Total Spent",
          "Impressions",
          "Clicks",
          "Clicks to Landing Page",
          "Average CTR",
          "Conversions",
          "Post-Click Conversions",
          "View-Through Conversions",
          "Leads",
          "Lead Forms Opened",
        ],
        rows: rows.map((row) => {
          // Only whole conversions here; a restated half is rounded up.
          const conversions = Math.ceil(row.conversions);
          const view = Math.floor(conversions / 3);
          return [
            americanOf(row.day),
            row.ad.account,
            row.ad.currency,
            row.ad.group ?? "",
            row.ad.id === "abm_dach" ? "600268686" : "600268687",
            row.ad.name,
            row.ad.platformId,
            row.cost.toFixed(2),
            row.impressions,
            row.clicks,
            Math.floor(row.clicks * 0.8),
            share(row.clicks, row.impressions),
            conversions,
            conversions - view,
            view,
            row.leads,
            row.formOpens,
          ];
        }),
      },
      { delimiter: "\t", encoding: "utf-16le", newline: "\r\n" },
    );
  });
}

/** The currency stands in the header alone; a row without a campaign is the total; no result leaves the cell empty. */
export function writeMeta(world: World): OutFile[] {
  return halves(world.start, world.last).map((half) => {
    const rows = rowsOf(world, "meta").filter((row) => row.day >= half.from && row.day <= half.to);
    const [from, to] = [isoOf(half.from), isoOf(half.to)];
    const results = (count: number): Cell[] =>
      count === 0 ? ["", "", ""] : [count, "actions:onsite_conversion.lead_grouped", count];
    return delimited(
      `exports/meta/meta-ads-${half.label}.csv`,
      {
        header: [
          "Reporting starts",
          "Reporting ends",
          "Campaign name",
          "Campaign ID",
          "Ad set name",
          "Ad name",
          "Day",
          "Amount spent (EUR)",
          "Impressions",
          "Reach",
          "Link clicks",
          "Clicks (all)",
          "Results",
          "Result indicator",
          "Leads",
          "Attribution setting",
        ],
        rows: [
          ...rows.map((row) => [
            from,
            to,
            row.ad.name,
            row.ad.platformId,
            row.ad.group ?? "",
            "Probe im Tank, 15 s",
            isoOf(row.day),
            row.cost.toFixed(2),
            row.impressions,
            Math.floor(row.impressions * 0.83),
            row.clicks,
            row.clicks + Math.floor(row.clicks * 0.4),
            ...results(row.leads),
            "7-day click or 1-day view",
          ]),
          [
            from,
            to,
            "",
            "",
            "",
            "",
            "",
            sumOf(rows, (row) => row.cost).toFixed(2),
            sumOf(rows, (row) => row.impressions),
            Math.floor(sumOf(rows, (row) => row.impressions) * 0.41),
            sumOf(rows, (row) => row.clicks),
            sumOf(rows, (row) => row.clicks + Math.floor(row.clicks * 0.4)),
            sumOf(rows, (row) => row.leads),
            "",
            sumOf(rows, (row) => row.leads),
            "",
          ],
        ],
      },
      { encoding: "utf-8-bom" },
    );
  });
}
