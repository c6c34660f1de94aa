import { addMonths, dayOf } from "../calendar.ts";
import { randomStream } from "../random.ts";
import type { World } from "../world.ts";
import { simulateAds } from "./ads.ts";
import { simulatePayments, simulateSubscriptions } from "./after-sales.ts";
import { campaignMembers } from "./campaign-members.ts";
import { simulateReads } from "./content.ts";
import { simulateCosts } from "./costs.ts";
import { damage } from "./damage.ts";
import { simulateDeals } from "./deals.ts";
import { simulateFairs, simulateStands } from "./fairs.ts";
import { simulateFx } from "./fx.ts";
import { simulateGifts } from "./gifts.ts";
import { simulateMailings } from "./mailings.ts";
import { simulateMeetings } from "./meetings.ts";
import { simulateNurture } from "./nurture.ts";
import { webinarsOf } from "./occasions.ts";
import { simulatePeople } from "./people.ts";
import { recycle } from "./recycling.ts";
import { simulateSearch, topQueries } from "./search.ts";
import { simulateSessions } from "./sessions.ts";
import { simulateShop } from "./shop.ts";
import { simulateAudiences, simulatePosts } from "./social.ts";
import { simulateTargets } from "./targets.ts";
import { simulateVendorLeads } from "./vendor-leads.ts";
import { simulateWebinars } from "./webinars.ts";

/** The day of the first full CRM export: the end of the month seven months before the exports of `today`. */
export const firstExportDay = (today: number): number => addMonths(today, -6) - 1;

/** How long before the exports the CRM was filled: longer than most deals take. */
const LEAD_IN_DAYS = 210;

/** The company's two years and the month that has begun, from a seed and the day taken for today (ISO). */
export function simulate(seed: number, todayIso: string): World {
  const today = dayOf(todayIso);
  const start = addMonths(today, -24);
  const last = today - 1;
  const stream = (name: string) => randomStream(seed, name);
  // The CRM is older than the exports of ads and web analytics: people and deals from before are in it.
  const since = start - LEAD_IN_DAYS;
  const days = { since, start, last };
  const allAds = simulateAds(stream("ads"), since, start, last);
  const allSessions = simulateSessions(stream("sessions"), days, allAds);
  const ads = allAds.filter(({ day }) => day >= start);
  const sessions = allSessions.filter(({ day }) => day >= start);
  const people = simulatePeople(stream("people"), days, allSessions);
  const firms = people.flatMap(({ company }) => (company === null ? [] : [company]));
  const deals = simulateDeals(stream("deals"), people, last);
  recycle(stream("recycling"), people, last);
  damage(stream("damage"), people, last, firstExportDay(today));
  const meetings = simulateMeetings(stream("meetings"), people, last);
  const subscriptions = simulateSubscriptions(stream("subscriptions"), days, firms, deals);
  const webinars = webinarsOf(start, last);
  const targets = simulateTargets(stream("targets"), people, start);
  const fairs = simulateFairs(stream("fairs"), people, start, last);
  const registrations = simulateWebinars(stream("webinars"), webinars, people, targets, last);
  const vendorLeads = simulateVendorLeads(stream("vendor-leads"), people, today);
  const searches = simulateSearch(stream("search"), start, last, sessions);
  return {
    start,
    today,
    last,
    fx: simulateFx(stream("fx"), last),
    ads,
    sessions,
    shop: simulateShop(stream("shop"), start, last),
    reads: simulateReads(stream("reads"), start, last),
    posts: simulatePosts(stream("posts"), start, last),
    audiences: simulateAudiences(stream("audiences"), start, last),
    people,
    deals,
    meetings,
    subscriptions,
    payments: simulatePayments(stream("payments"), start, last, subscriptions),
    costs: simulateCosts(stream("costs"), start, today, ads),
    mailings: simulateMailings(stream("mailings"), start, last),
    mails: simulateNurture(stream("nurture"), people, start, last),
    webinars,
    registrations,
    members: campaignMembers(start, last, { fairs, registrations, vendorLeads }),
    fairs,
    stands: simulateStands(stream("stands"), fairs, start, last),
    vendorLeads,
    gifts: simulateGifts(stream("gifts"), people, targets, start, last),
    targets,
    searches,
    queries: topQueries(stream("queries"), searches, today),
  };
}
