import { DISCOUNT_RATE, GROSS_MARGIN, LIFETIME_CAP_MONTHS } from "../company.ts";
import { discountedMonths, meanMonths, medianWithOpenCases, middle } from "./durations.ts";
import type { Measures } from "./measure.ts";

/** A period's measures, those of the period before, and the revenue target of the period where one is set. */
export interface Inputs {
  readonly now: Measures;
  readonly before: Measures;
  readonly target: number | null;
}

type Kpi = (inputs: Inputs) => number | null;
type Known = number | null;

const ratio = (above: Known, below: Known): Known =>
  above === null || below === null || below === 0 ? null : above / below;
const plus = (...parts: readonly Known[]): Known =>
  parts.some((part) => part === null) ? null : parts.reduce<number>((sum, part) => sum + (part ?? 0), 0);
const times = (...parts: readonly Known[]): Known =>
  parts.some((part) => part === null) ? null : parts.reduce<number>((product, part) => product * (part ?? 0), 1);
const minus = (a: Known, b: Known): Known => (a === null || b === null ? null : a - b);
const of =
  (value: (now: Measures) => Known): Kpi =>
  ({ now }) =>
    value(now);

const acquisition = (now: Measures): Known => plus(now.marketingCost, now.salesCost);
const winRate = (now: Measures): Known => ratio(now.dealsWon, now.dealsWon + now.dealsLost);
const dealSize = (now: Measures): Known => ratio(now.wonAmount, now.dealsWon);
const cacFull = (now: Measures): Known => ratio(acquisition(now), now.newCustomers);
const lifetime = (now: Measures): Known => meanMonths(now.customerDays, LIFETIME_CAP_MONTHS);
const monthly = (now: Measures): Known => ratio(now.activeMrr, now.activeCustomers);
const ltvMargin = (now: Measures): Known => times(monthly(now), lifetime(now), GROSS_MARGIN);
const profit = (now: Measures): Known =>
  minus(minus(now.wonAmount, now.servingCost ?? times(now.wonAmount, 1 - GROSS_MARGIN)), acquisition(now));

/** Every KPI of the catalogue that the demo company's data can answer, worked out once more by hand. */
export const KPIS: Readonly<Record<string, Kpi>> = {
  sessions: of((now) => now.sessions),
  users: of((now) => now.users),
  new_user_share: of((now) => ratio(now.shopNew, now.shopSessions)),
  organic_search_sessions: of((now) => now.channelSessions("Organic Search")),
  organic_search_share: of((now) => ratio(now.channelSessions("Organic Search"), now.sessions)),
  non_paid_share: of((now) =>
    ratio(now.channelSessions("Organic Search", "Organic Social", "Direct", "Referral", "AI Assistant"), now.sessions),
  ),
  mobile_share: of((now) => ratio(now.mobileSessions, now.sessions)),
  mobile_conversion_share: of((now) => ratio(now.macroMobile, now.macro)),
  bounce_rate: of((now) => minus(1, ratio(now.engaged, now.sessions))),
  bounce_rate_ua: of((now) => ratio(now.shopSinglePage, now.shopSessions)),
  keyword_conversions: of((now) => now.macroWithKeyword),
  reading_time: of((now) => middle(now.readingSeconds)),
  read_depth: of((now) => middle(now.readingDepth)),
  social_views: of((now) => now.views),
  social_engagement_rate: of((now) => ratio(now.reactions, now.views)),
  audience_growth: of((now) => ratio(now.followersGained, minus(now.followers, now.followersGained))),

  impressions: of((now) => now.impressions),
  clicks: of((now) => now.clicks),
  ad_spend: of((now) => now.adCost),
  ctr: of((now) => ratio(now.clicks, now.impressions)),
  cpc: of((now) => ratio(now.adCost, now.clicks)),
  cpm: of((now) => times(ratio(now.adCost, now.impressions), 1000)),
  cpa: of((now) => ratio(now.conversionCost, now.conversions)),
  cpl: of((now) => ratio(now.marketingCost, now.leads)),
  cost_per_mql: of((now) => ratio(now.marketingCost, now.mqls)),
  cost_per_demo: of((now) => ratio(now.marketingCost, now.meetings)),
  cost_per_opportunity: of((now) => ratio(now.marketingCost, now.dealsCreated)),
  cost_per_sql: of((now) => ratio(now.marketingCost, now.sqls)),

  macro_conversion_rate: of((now) => ratio(now.macro, now.sessions)),
  micro_conversions: of((now) => now.micro),
  micro_conversion_rate: of((now) => ratio(now.micro, now.shopSessions)),
  conversion_rate_sessions: of((now) => ratio(now.shopConverting, now.shopSessions)),
  conversion_rate_users: of((now) => ratio(now.shopConvertingVisitors, now.shopVisitors)),
  cart_abandonment_rate: of((now) => minus(1, ratio(now.cartsOrdered, now.carts))),
  traffic_to_lead_rate: of((now) => ratio(now.leads, now.sessions)),

  leads: of((now) => now.leads),
  mqls: of((now) => now.mqls),
  sqls: of((now) => now.sqls),
  qualified_leads: of((now) => now.qualified),
  opportunities: of((now) => now.dealsCreated),
  sourced_opportunities: of((now) => now.sourcedDealsCreated),
  opportunity_entries: of((now) => now.opportunityEntries),
  won_entries: of((now) => now.wonEntries),
  customers_won: of((now) => now.newCustomers),
  lead_to_mql_rate: of((now) => ratio(now.mqls, now.leads)),
  mql_to_sql_rate: of((now) => ratio(now.sqls, now.mqls)),
  lead_to_sql_rate: of((now) => ratio(now.sqls, now.leads)),
  sql_to_opportunity_rate: of((now) => ratio(now.opportunityEntries, now.sqls)),
  sql_to_won_rate: of((now) => ratio(now.wonEntries, now.sqls)),
  lead_to_customer_rate: of((now) => ratio(now.wonEntries, now.leads)),
  lead_to_opportunity_rate: of((now) => ratio(now.opportunityEntries, now.leads)),
  mql_to_opportunity_rate: of((now) => ratio(now.opportunityEntries, now.mqls)),
  mql_to_won_rate: of((now) => ratio(now.wonEntries, now.mqls)),
  opportunity_to_won_rate: of((now) => ratio(now.wonEntries, now.opportunityEntries)),
  win_rate: of(winRate),
  demos: of((now) => now.meetings),
  mql_to_demo_rate: of((now) => ratio(now.mqlsWithDemo, now.mqls)),
  demo_held_rate: of((now) => ratio(now.meetingsHeld, now.meetings)),
  lead_velocity: of((now) => medianWithOpenCases(now.leadToMql)),
  mql_velocity: of((now) => medianWithOpenCases(now.mqlToSql)),
  sql_to_opportunity_velocity: of((now) => medianWithOpenCases(now.sqlToOpportunity)),
  sql_velocity: of((now) => medianWithOpenCases(now.sqlToWon)),
  sales_cycle: of((now) => medianWithOpenCases(now.dealDays)),
  lead_velocity_rate: ({ now, before }) => ratio(minus(now.qualified, before.qualified), before.qualified),
  sales_velocity: of((now) => ratio(times(now.dealsCreated, winRate(now), dealSize(now)), middle(now.wonDealDays))),

  sales_revenue: of((now) => now.wonAmount),
  average_deal_size: of(dealSize),
  profit: of(profit),
  profit_margin: of((now) => ratio(profit(now), now.wonAmount)),
  pipeline_created: of((now) => now.createdAmount),
  pipeline_open: of((now) => now.openAmount),
  pipeline_coverage: ({ now, target }) =>
    ratio(now.openAmountDue, target === null ? null : Math.max(target - (now.wonAmount ?? 0), 0)),
  sourced_revenue: of((now) => now.sourcedWonAmount),
  marketing_cost: of((now) => now.marketingCost),
  mroi: of((now) => ratio(minus(now.sourcedWonAmount, now.marketingCost), now.marketingCost)),
  cac_full: of(cacFull),
  cac_full_lagged: ({ now, before }) => ratio(acquisition(before), now.newCustomers),
  cac_marketing: of((now) => ratio(now.marketingCost, now.newCustomers)),
  cac_paid: of((now) => ratio(now.mediaCost, now.newCustomers)),
  arpa: of((now) => ratio(now.sourcedWonAmount, now.sourcedWonAccounts)),
  customer_lifetime: of(lifetime),
  ltv_revenue: of((now) => times(monthly(now), lifetime(now))),
  ltv_margin: of(ltvMargin),
  ltv_present_value: of((now) =>
    times(monthly(now), GROSS_MARGIN, discountedMonths(now.customerDays, LIFETIME_CAP_MONTHS, DISCOUNT_RATE)),
  ),
  ltv_cac: of((now) => ratio(ltvMargin(now), cacFull(now))),
  cac_payback: of((now) => ratio(cacFull(now), times(ratio(now.newMrr, now.startedCustomers), GROSS_MARGIN))),

  delivery_rate: of((now) => ratio(now.mailsDelivered, now.mailsSent)),
  unique_open_rate: of((now) => ratio(now.mailOpens, now.mailsDelivered)),
  human_open_rate: of((now) => ratio(now.mailHumans, now.mailsTold)),
  unique_click_rate: of((now) => ratio(now.mailClicks, now.mailsDelivered)),
  click_to_open_rate: of((now) => ratio(now.mailClicks, now.mailOpeners)),
  machine_open_share: of((now) => ratio(minus(now.mailOpensTold, now.mailHumans), now.mailOpensTold)),
  machine_click_share: of((now) => ratio(now.mailClicksByMachines, now.mailClicksTold)),
  raw_click_rate: of((now) => ratio(now.mailRawClicks, now.mailsDelivered)),
  unsubscribe_rate: of((now) => ratio(now.mailUnsubscribes, now.mailsDelivered)),
  complaint_rate: of((now) => ratio(now.mailComplaints, now.mailsWithComplaints)),
  leads_to_nurture: of((now) => now.nurtured),
  nurture_to_mql_rate: of((now) => ratio(now.nurturedToMql, now.nurtured)),

  registrants: of((now) => now.registrants),
  attendance_rate: of((now) => ratio(now.attendees, now.registrants)),
  webinar_conversion_rate: of((now) => ratio(now.attendeesOn, now.attendees)),
  on_demand_viewers: of((now) => now.viewers),
  on_demand_conversion_rate: of((now) => ratio(now.viewersOn, now.viewers)),
  event_leads: of((now) => now.fairContacts),
  items_given: of((now) => now.itemsGiven),
  talks_held: of((now) => now.talksHeld),
  acceptance_rate: of((now) => ratio(now.vendorLeadsAccepted, now.vendorLeads)),
  intent_yes_share: of((now) => ratio(now.vendorLeadsWithIntent, now.vendorLeadsAnswered)),
  claim_rate: of((now) => ratio(now.giftsClaimed, now.giftsDelivered)),
  claim_and_meeting_rate: of((now) => ratio(now.giftsClaimedAndMet, now.giftsDelivered)),
  account_penetration: of((now) => ratio(now.targetsEngaged, now.targets)),
  buying_group_coverage: of((now) => ratio(now.rolesKnown, now.rolesWanted)),
  buying_group_engagement: of((now) => ratio(now.rolesEngaged, now.rolesWanted)),

  search_impressions: of((now) => (now.searchDays === 0 ? null : now.searchImpressions)),
  search_clicks: of((now) => (now.searchDays === 0 ? null : now.searchClicks)),
  search_ctr: of((now) => ratio(now.searchClicks, now.searchImpressions)),
  average_search_position: of((now) => ratio(now.searchPositions, now.searchImpressions)),
};
