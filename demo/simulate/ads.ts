import { addMonths, type Day } from "../calendar.ts";
import { AD_CAMPAIGNS } from "../company.ts";
import type { Random } from "../random.ts";
import { overspend, within } from "../stories.ts";
import type { AdDay } from "../world.ts";
import { busyness } from "./season.ts";

const cents = (value: number): number => Math.round(value * 100) / 100;

/** Every campaign's days since `since`; the company grows from `start` on. */
export function simulateAds(random: Random, since: Day, start: Day, last: Day): AdDay[] {
  const days: AdDay[] = [];
  const uncapped = overspend(start);
  for (const campaign of AD_CAMPAIGNS) {
    const begins = campaign.begins === undefined ? since : addMonths(start, campaign.begins);
    for (let day = begins; day <= last; day += 1) {
      let pace = busyness(day, campaign.country, start);
      let price = campaign.costPerClick * (1 + (0.14 * (day - start)) / 730);
      if (campaign.id === "messe_dach" && within(day, uncapped)) {
        pace *= 7.5;
        price *= 1.6;
      }
      const clicks = random.poisson(campaign.clicksPerDay * pace);
      const impressions = Math.max(clicks, random.poisson((campaign.clicksPerDay * pace) / campaign.clickRate));
      const cost = cents(clicks * random.around(price, 0.12));
      // Data-driven attribution credits thirds of a conversion.
      const whole = random.binomial(clicks, campaign.conversionRate);
      const conversions =
        campaign.platform === "google_ads" && whole > 0 && random.chance(0.4)
          ? whole + random.pick([-0.67, 0.33, 0.5])
          : whole;
      const leads = campaign.platform === "linkedin" ? random.binomial(clicks, 0.06) : whole;
      days.push({
        campaign: campaign.id,
        day,
        impressions,
        clicks,
        cost,
        conversions: cents(conversions),
        value: campaign.platform === "google_ads" ? whole * 45 : 0,
        leads,
        formOpens: leads + random.binomial(clicks, 0.2),
        first: {
          cost: cents(cost * (1 + 0.02 * random.next())),
          conversions: Math.max(0, cents(conversions - (random.chance(0.3) ? 0.5 : 0))),
        },
      });
    }
  }
  return days;
}
