import { addMonths, isoOf, partsOf } from "../calendar.ts";
import {
  AD_CAMPAIGNS,
  COMPANY,
  COMPETITOR_DOMAINS,
  CUSTOMER_DOMAINS,
  campaignAliases,
  campaignName,
  DISCOUNT_RATE,
  GROSS_MARGIN,
  LIFETIME_CAP_MONTHS,
  MARKETS,
  NOT_MARKETING_CHANNELS,
  VENDORS,
  vendorProgramme,
} from "../company.ts";
import type { World } from "../world.ts";
import { encode, type OutFile } from "./file.ts";

/** Targets of every month that the exports touch and of the rest of the running quarter, in EUR. */
export function revenueTargets(world: World): Readonly<Record<string, number>> {
  const targets: Record<string, number> = {};
  let end = addMonths(world.today, 1);
  while ((partsOf(end).month - 1) % 3 !== 0) end = addMonths(end, 1);
  let step = 0;
  for (let month = world.start; month < end; month = addMonths(month, 1)) {
    targets[isoOf(month).slice(0, 7)] = 150_000 + 11_000 * step;
    step += 1;
  }
  return targets;
}

const list = (values: readonly string[]): string => `[${values.map((value) => JSON.stringify(value)).join(", ")}]`;

/** The settings of the demo's workspace. */
export function writeWorkspace(world: World): OutFile {
  const lines = [
    `# ${COMPANY.name} (${COMPANY.nameZh}) is made up. So are its people, its rivals and its numbers.`,
    `name: ${COMPANY.name}`,
    `currency: ${COMPANY.currency}`,
    `timezone: ${COMPANY.timezone}`,
    "language: en",
    "fiscal_year_start: 4",
    "week_start: monday",
    "",
    "revenue_basis: booked",
    `not_marketing_channels: ${list(NOT_MARKETING_CHANNELS)}`,
    `gross_margin: ${GROSS_MARGIN}`,
    `discount_rate: ${DISCOUNT_RATE}`,
    `lifetime_cap_months: ${LIFETIME_CAP_MONTHS}`,
    "revenue_targets:",
    ...Object.entries(revenueTargets(world)).map(([month, target]) => `  "${month}": ${target}`),
    "",
    "markets:",
    ...Object.entries(MARKETS).map(([market, countries]) => `  ${market}: ${list(countries)}`),
    "",
    "campaign_aliases:",
    ...AD_CAMPAIGNS.map((ad) => `  ${JSON.stringify(campaignName(ad))}: ${list(campaignAliases(ad))}`),
    ...VENDORS.map((vendor) => `  ${JSON.stringify(vendorProgramme(vendor))}: ${list([vendor.origin])}`),
    "",
    "exclusions:",
    "  - id: own_tests",
    "    kind: test",
    `    email_patterns: ${list([`^qa\\+.*@${COMPANY.domain.replaceAll(".", "\\.")}$`])}`,
    `    account_ids: ${list([COMPANY.companyId])}`,
    "  - id: own_people",
    "    kind: internal",
    `    email_domains: ${list([COMPANY.domain])}`,
    "  - id: competitors",
    "    kind: competitor",
    `    email_domains: ${list(COMPETITOR_DOMAINS)}`,
    "  - id: existing_customers",
    "    kind: customer",
    `    email_domains: ${list(CUSTOMER_DOMAINS)}`,
    "",
  ];
  return { path: "leadline.yaml", bytes: encode(lines.join("\n"), "utf-8") };
}
