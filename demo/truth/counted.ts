import type { Stage } from "../../src/model/stages.ts";
import { addMonths, berlinDay, type Day, dayOfMinute } from "../calendar.ts";
import {
  AD_CAMPAIGNS,
  type AdCampaign,
  type Currency,
  campaignName,
  NOT_MARKETING_CHANNELS,
  WEB_SOURCES,
} from "../company.ts";
import { LATE_PLATFORM, lateFrom } from "../simulate/costs.ts";
import { USERS_MONTH } from "../stories.ts";
import type { Person, World } from "../world.ts";
import { conversionsUnknown } from "../write/ads.ts";
import type { Carried } from "./carried.ts";
import { countProgrammes } from "./programmes.ts";
import { rateTable } from "./rates.ts";
import { STAGES, stageDays } from "./stage-days.ts";

export interface Visit extends Carried {
  readonly day: Day;
  readonly sessions: 1;
  readonly visitor: number;
  readonly engaged: boolean;
  readonly macro: number;
}

export interface AdFigures extends Carried {
  readonly day: Day;
  readonly cost: number;
  readonly impressions: number;
  readonly clicks: number;
  readonly conversions: number | null;
}

export interface Entry extends Carried {
  readonly day: Day;
  readonly stage: Stage;
  /** Days on which the same journey entered each stage. */
  readonly on: Readonly<Record<Stage, Day | null>>;
  readonly ended: Day | null;
  readonly demo: Day | null;
  readonly qualified: boolean;
  /** Sales asked about all four. */
  readonly assessed: boolean;
}

export interface DealFigures extends Carried {
  readonly created: Day;
  readonly closed: Day | null;
  readonly expected: Day;
  readonly status: "open" | "won" | "lost";
  readonly amount: number | null;
  readonly currency: Currency;
  readonly account: string;
  readonly firstWin: boolean;
  readonly sourced: boolean;
}

export interface CostFigures extends Carried {
  readonly day: Day;
  readonly category: string;
  readonly amount: number;
}

export interface Customer extends Carried {
  readonly started: Day;
  readonly ended: Day | null;
  readonly mrr: number;
  readonly currency: Currency;
}

const AD_CHANNELS: Readonly<Record<AdCampaign["platform"], string>> = {
  google_ads: "Paid Search",
  baidu: "Paid Search",
  qihoo_360: "Paid Search",
  linkedin: "Paid Social",
  meta: "Paid Social",
  tencent_ads: "Paid Social",
  xiaohongshu: "Paid Social",
  ocean_engine: "Paid Video",
  bilibili: "Paid Video",
};

/** Platforms whose reports tell no conversions. */
const WITHOUT_CONVERSIONS: ReadonlySet<AdCampaign["platform"]> = new Set(["qihoo_360", "xiaohongshu", "bilibili"]);

/** The campaign that one of the words names by its links. */
function namedAfter(...words: readonly string[]): string | null {
  const found = AD_CAMPAIGNS.find(({ id }) => words.includes(id));
  return found === undefined ? null : campaignName(found);
}

/** The world as the counting rules see it: excluded people gone, money in EUR, every platform's cost once. */
export function count(world: World) {
  const rate = rateTable(world.fx);
  const site: Visit[] = world.sessions
    .filter((session) => session.tracked)
    .map((session) => ({
      day: session.day,
      sessions: 1,
      visitor: session.visitor,
      engaged: session.engaged,
      macro: session.forms,
      channel: WEB_SOURCES[session.from]?.channel ?? null,
      country: session.country,
      device: session.device,
      campaign: namedAfter(WEB_SOURCES[session.from]?.ad ?? ""),
    }));

  const campaigns = new Map(AD_CAMPAIGNS.map((campaign) => [campaign.id, campaign]));
  const linkedinFrom = lateFrom(world.start);
  const ads: AdFigures[] = world.ads.flatMap((ad) => {
    const campaign = campaigns.get(ad.campaign);
    if (campaign === undefined || (campaign.platform === LATE_PLATFORM && ad.day < linkedinFrom)) return [];
    const conversions =
      campaign.platform === "meta"
        ? ad.leads === 0
          ? null
          : ad.leads
        : campaign.platform === "linkedin"
          ? Math.ceil(ad.conversions)
          : conversionsUnknown(ad) || WITHOUT_CONVERSIONS.has(campaign.platform)
            ? null
            : ad.conversions;
    return [
      {
        day: ad.day,
        cost: ad.cost * rate(campaign.currency, ad.day),
        impressions: ad.impressions,
        clicks: ad.clicks,
        conversions,
        channel: AD_CHANNELS[campaign.platform],
        country: null,
        device: null,
        campaign: campaignName(campaign),
      },
    ];
  });

  const entries: Entry[] = [];
  const customerSince = new Map<string, Day>();
  for (const deal of world.deals) {
    const day = dayOfMinute(deal.close);
    if (deal.kind === "real" && deal.status === "won")
      customerSince.set(deal.company.id, Math.min(day, customerSince.get(deal.company.id) ?? day));
  }
  /** People of a firm that was a customer before they became a lead are no new business. */
  const ofCustomer = (person: Person, lead: Day | null): boolean =>
    lead !== null && person.company !== null && (customerSince.get(person.company.id) ?? lead) < lead;
  const meetings = world.meetings.filter(
    ({ person }) =>
      person.kind === "prospect" &&
      !ofCustomer(person, person.journeys[0] === undefined ? null : stageDays(person.journeys[0]).lead),
  );
  const meetingsOf = Map.groupBy(meetings, (meeting) => meeting.person.id);
  for (const person of world.people) {
    if (person.kind !== "prospect") continue;
    for (const [i, journey] of person.journeys.entries()) {
      const on = stageDays(journey);
      if (ofCustomer(person, on.lead)) continue;
      const from = i === 0 ? Number.NEGATIVE_INFINITY : (person.journeys[i - 1]?.recycled ?? 0);
      const until = journey.recycled ?? Number.POSITIVE_INFINITY;
      const booked = (meetingsOf.get(person.id) ?? [])
        .filter((meeting) => meeting.booked > from && meeting.booked <= until)
        .map((meeting) => dayOfMinute(meeting.booked));
      const end = journey.lost ?? journey.recycled;
      for (const stage of STAGES) {
        const day = on[stage];
        if (day === null) continue;
        entries.push({
          day,
          stage,
          on,
          ended: end === undefined || on.won !== null ? null : dayOfMinute(end),
          demo: booked.length === 0 ? null : Math.min(...booked),
          qualified: person.answers.every((answer) => answer === true),
          assessed: person.answers.every((answer) => answer !== null),
          channel: person.channel,
          country: person.country,
          device: null,
          campaign: namedAfter(...person.origin),
        });
      }
    }
  }

  const won = new Set<string>();
  const deals: DealFigures[] = world.deals
    .filter((deal) => deal.kind === "real")
    .sort((a, b) => a.close - b.close)
    .map((deal) => {
      const firstWin = deal.status === "won" && !won.has(deal.company.id);
      if (firstWin) won.add(deal.company.id);
      return {
        created: dayOfMinute(deal.created),
        closed: deal.status === "open" ? null : dayOfMinute(deal.close),
        expected: dayOfMinute(deal.close),
        status: deal.status,
        amount: deal.amount,
        currency: deal.currency,
        account: deal.company.id,
        firstWin,
        sourced: !NOT_MARKETING_CHANNELS.some((channel) => channel === deal.channel),
        channel: deal.channel,
        country: deal.country,
        device: null,
      };
    });

  // A row that repeats a platform's own figures counts only for days that the platform's exports do not cover.
  const costs: CostFigures[] = world.costs
    .filter((cost) => cost.platform === "" || (cost.platform === LATE_PLATFORM && cost.day < linkedinFrom))
    .map((cost) => ({
      day: cost.day,
      category: cost.category,
      amount: cost.amount * rate(cost.currency, cost.day),
      channel: cost.channel,
      country: cost.country,
      device: null,
    }));

  for (const { vendor, day, status, country } of world.vendorLeads)
    if (status === "Accepted")
      costs.push({
        day,
        category: "media",
        amount: vendor.price * rate(vendor.currency, day),
        channel: "Content Syndication",
        country,
        device: null,
      });
  for (const gift of world.gifts)
    if (gift.cost > 0)
      costs.push({
        day: gift.sent,
        category: "other",
        amount: gift.cost * rate(gift.currency, gift.sent),
        channel: "Direct Mail",
        country: gift.person.country,
        device: null,
      });

  const customers: Customer[] = world.subscriptions.map((subscription) => ({
    started: berlinDay(subscription.startUtc),
    ended: subscription.endUtc === null ? null : berlinDay(subscription.endUtc),
    mrr: subscription.mrr,
    currency: subscription.currency,
    channel: null,
    country: null,
    device: null,
  }));

  const payments = world.payments
    .filter((payment) => payment.mode === "Live" && payment.status !== "Failed")
    .map((payment) => {
      const day = berlinDay(payment.atUtc);
      return { day, amount: (payment.amount - payment.refunded) * rate(payment.currency, day) };
    });

  return {
    today: world.today,
    usersSince: addMonths(world.start, USERS_MONTH),
    rate,
    site,
    shop: world.shop,
    reads: world.reads,
    posts: world.posts.filter(({ sponsored }) => !sponsored),
    audiences: world.audiences,
    ads,
    entries,
    meetings,
    deals,
    costs,
    customers,
    payments,
    programmes: countProgrammes(world),
  };
}

export type Counted = ReturnType<typeof count>;
