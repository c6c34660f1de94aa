import type { Stage } from "../../src/model/stages.ts";
import { addMonths, type Day } from "../calendar.ts";
import { MARKETS } from "../company.ts";
import type { Carried } from "./carried.ts";
import type { Counted, DealFigures, Entry } from "./counted.ts";
import { type Case, caseOf } from "./durations.ts";
import { programmeMeasures } from "./programme-measures.ts";
import type { Scope } from "./scope.ts";

const MARKETING = ["media", "tools", "people", "travel", "agency", "content", "other"];

/** The rows of a scope's days, of rows in the order of days. */
function daysOf<Row extends { readonly day: Day }>(rows: readonly Row[], { from, to }: Scope): readonly Row[] {
  const firstAfter = (day: Day): number => {
    let [low, high] = [0, rows.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((rows[half]?.day ?? day) < day) low = half + 1;
      else high = half;
    }
    return low;
  };
  return rows.slice(firstAfter(from), firstAfter(to + 1));
}

/** Every figure that the KPIs are made of, over the counted world, for one scope. Null: nothing reports it. */
export function measures(counted: Counted, scope: Scope) {
  const asOf = counted.today;
  const end = Math.min(scope.to, asOf);
  const during = (day: Day | null): boolean => day !== null && day >= scope.from && day <= scope.to;
  const asked = (row: Partial<Carried>): boolean => {
    if (scope.by === undefined) return true;
    const { dimension, value } = scope.by;
    if (dimension === "market") return MARKETS[value]?.some((country) => country === row.country) ?? false;
    return row[dimension] === value;
  };
  const within = <Row extends Partial<Carried> & { readonly day: Day }>(rows: readonly Row[]): Row[] =>
    rows.filter((row) => during(row.day) && asked(row));
  const total = <Row>(rows: readonly Row[], value: (row: Row) => number | null): number | null => {
    const known = rows.map(value).filter((one) => one !== null);
    return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
  };
  /** The CRM holds all deals, so none in the period is an amount of 0; of deals without any amount nothing is known. */
  const worth = (rows: readonly DealFigures[], day: (deal: DealFigures) => Day): number | null =>
    rows.length === 0
      ? 0
      : total(rows, (deal) => (deal.amount === null ? null : deal.amount * counted.rate(deal.currency, day(deal))));
  const closing = (deal: DealFigures): Day => deal.closed ?? deal.expected;

  const site = within(daysOf(counted.site, scope));
  const shop = within(daysOf(counted.shop, scope));
  const reads = within(daysOf(counted.reads, scope));
  const told = { country: null, device: null } as const;
  const posts = within(counted.posts.map((post) => ({ ...post, ...told })));
  const audiences = counted.audiences.map((audience) => ({ ...audience, ...told }));
  const ads = within(counted.ads);
  const costs = within(counted.costs);
  const entries = within(counted.entries);
  const at = (stage: Stage): Entry[] => entries.filter((entry) => entry.stage === stage);
  const meetings = counted.meetings.filter(
    (meeting) =>
      during(Math.floor(meeting.booked / 1440)) &&
      asked({ channel: meeting.person.channel, country: meeting.person.country, device: null }),
  );
  const deals = counted.deals.filter(asked);
  const created = deals.filter((deal) => during(deal.created));
  const won = deals.filter((deal) => deal.status === "won" && during(deal.closed));
  const lost = deals.filter((deal) => deal.status === "lost" && during(deal.closed));
  const standing = deals.filter((deal) => deal.created <= end && (deal.closed === null || deal.closed > end));
  const customers = counted.customers.filter(asked);
  /** Finance has closed the months of its sheets, so there none is 0; of later months nothing is known. */
  const closedBooks = counted.costs.some(
    (cost) => addMonths(cost.day, 0) <= scope.to && addMonths(cost.day, 1) > scope.from,
  );
  const spent = (...categories: readonly string[]): number | null =>
    total(
      costs.filter((cost) => categories.includes(cost.category)),
      (cost) => cost.amount,
    ) ?? (closedBooks ? 0 : null);
  const adCost = total(ads, (ad) => ad.cost);
  /** A segment on which no marketing cost is booked on any day is not one that costs nothing. */
  const booked =
    scope.by === undefined ||
    counted.ads.some((ad) => ad.cost !== null && asked(ad)) ||
    counted.costs.some((cost) => MARKETING.includes(cost.category) && asked(cost));
  const together = (...parts: readonly (number | null)[]): number | null => total(parts, (part) => part);
  const span = (from: Stage, to: Stage): Case[] =>
    at(from).map((entry) => caseOf(entry.day, entry.on[to], entry.ended, asOf));
  const followers = (): number | null => {
    const newest = new Map<string, number>();
    for (const audience of audiences)
      if (audience.day <= end && asked(audience)) newest.set(audience.network, audience.followers);
    return newest.size === 0 ? null : [...newest.values()].reduce((sum, one) => sum + one, 0);
  };
  const orders = (rows: typeof shop): number => rows.reduce((sum, one) => sum + one.orders + one.forms, 0);

  return {
    ...programmeMeasures(counted.programmes, scope, asOf, asked),
    sessions: site.length + shop.length,
    /** The site's users are exported month by month, and do not add up. */
    users:
      scope.from >= counted.usersSince &&
      addMonths(scope.from, 0) === scope.from &&
      addMonths(scope.from, 1) - 1 === scope.to
        ? new Set(site.map((visit) => visit.visitor)).size
        : null,
    channelSessions: (...channels: readonly string[]): number =>
      [...site, ...shop].filter((visit) => visit.channel !== null && channels.includes(visit.channel)).length,
    mobileSessions: [...site, ...shop].filter((visit) => visit.device === "mobile").length,
    engaged: [...site, ...shop].filter((visit) => visit.engaged).length,
    shopSessions: shop.length,
    shopVisitors: new Set(shop.map((visit) => visit.visitor)).size,
    shopConvertingVisitors: new Set(
      shop.filter((visit) => visit.orders + visit.forms > 0).map((visit) => visit.visitor),
    ).size,
    shopConverting: shop.filter((visit) => visit.orders + visit.forms > 0).length,
    shopNew: shop.filter((visit) => visit.isNew).length,
    shopSinglePage: shop.filter((visit) => visit.pageViews === 1).length,
    macro: site.reduce((sum, visit) => sum + visit.macro, 0) + orders(shop),
    macroMobile:
      site.reduce((sum, visit) => sum + (visit.device === "mobile" ? visit.macro : 0), 0) +
      orders(shop.filter((visit) => visit.device === "mobile")),
    macroWithKeyword: orders(shop.filter((visit) => visit.keyword !== "")),
    micro: shop.reduce((sum, visit) => sum + visit.newsletter + visit.videos, 0),
    carts: shop.filter((visit) => visit.cart).length,
    cartsOrdered: shop.filter((visit) => visit.cart && visit.orders > 0).length,
    readingSeconds: reads.map((read) => read.seconds),
    readingDepth: reads.map((read) => read.depth / 100),
    views: total(posts, (post) => post.views),
    reactions: total(posts, (post) => post.likes + post.shares + post.comments),
    followersGained: total(within(audiences), ({ gained }) => gained),
    followers: followers(),

    impressions: total(ads, (ad) => ad.impressions),
    clicks: total(ads, (ad) => ad.clicks),
    adCost,
    conversionCost: total(
      ads.filter((ad) => ad.conversions !== null),
      (ad) => ad.cost,
    ),
    conversions: total(ads, (ad) => ad.conversions),

    leads: at("lead").length,
    mqls: at("mql").length,
    sqls: at("sql").length,
    opportunityEntries: at("opportunity").length,
    wonEntries: at("won").length,
    /** Where sales asked nobody, nothing is known of them. */
    qualified: at("lead").some((entry) => entry.assessed) ? at("lead").filter((entry) => entry.qualified).length : null,
    mqlsWithDemo: at("mql").filter((entry) => entry.demo !== null).length,
    leadToMql: span("lead", "mql"),
    mqlToSql: span("mql", "sql"),
    sqlToOpportunity: span("sql", "opportunity"),
    sqlToWon: span("sql", "won"),
    meetings: meetings.length,
    meetingsHeld: meetings.filter((meeting) => meeting.status === "held").length,
    /** Of those who entered `from`, the share that entered `to` within so many days. */
    cohort: (from: Stage, to: Stage | "demo", days: number): number | null => {
      const group = at(from);
      const reached = group.filter((entry) => {
        const day = to === "demo" ? entry.demo : entry.on[to];
        return day !== null && day >= entry.day && day - entry.day <= days;
      });
      return group.length === 0 ? null : reached.length / group.length;
    },

    dealsCreated: created.length,
    sourcedDealsCreated: created.filter((deal) => deal.sourced).length,
    dealsWon: won.length,
    dealsLost: lost.length,
    newCustomers: won.filter((deal) => deal.firstWin).length,
    wonAmount: worth(won, closing),
    sourcedWonAmount: worth(
      won.filter((deal) => deal.sourced),
      closing,
    ),
    sourcedWonAccounts: new Set(won.filter((deal) => deal.sourced).map((deal) => deal.account)).size,
    createdAmount: worth(created, (deal) => deal.created),
    openAmount: worth(standing, (deal) => deal.created),
    openAmountDue: worth(
      standing.filter((deal) => during(deal.expected)),
      (deal) => deal.created,
    ),
    dealDays: created.map((deal) =>
      caseOf(
        deal.created,
        deal.status === "won" ? deal.closed : null,
        deal.status === "lost" ? deal.closed : null,
        asOf,
      ),
    ),
    wonDealDays: won.map((deal) => (deal.closed ?? 0) - deal.created),

    marketingCost: booked ? together(adCost, spent(...MARKETING)) : null,
    mediaCost: together(adCost, spent("media")),
    salesCost: spent("sales", "business_development"),
    servingCost: spent("serving"),

    billed: total(
      counted.payments.filter((payment) => during(payment.day)),
      (payment) => payment.amount,
    ),
    customerDays: customers
      .filter((customer) => customer.started <= end)
      .map((customer) => caseOf(customer.started, customer.ended, null, end)),
    activeCustomers: customers.filter(
      (customer) => customer.started <= end && (customer.ended === null || customer.ended > end),
    ).length,
    activeMrr: total(
      customers.filter((customer) => customer.started <= end && (customer.ended === null || customer.ended > end)),
      (customer) => customer.mrr * counted.rate(customer.currency, customer.started),
    ),
    newMrr: total(
      customers.filter((customer) => during(customer.started)),
      (customer) => customer.mrr * counted.rate(customer.currency, customer.started),
    ),
    startedCustomers: customers.filter((customer) => during(customer.started)).length,
  };
}

export type Measures = ReturnType<typeof measures>;
