import { AD_CAMPAIGNS, type AdCampaign } from "../company.ts";
import type { AdDay, World } from "../world.ts";

/** A campaign's day with what is known of the campaign. */
export interface Row extends AdDay {
  readonly ad: AdCampaign;
}

/** The days of a platform, or of one account on it, by day. */
export function rowsOf(world: World, platform: AdCampaign["platform"], account?: string): Row[] {
  const campaigns = new Map(
    AD_CAMPAIGNS.filter((ad) => ad.platform === platform && (account === undefined || ad.account === account)).map(
      (ad) => [ad.id, ad],
    ),
  );
  return world.ads
    .flatMap((day): Row[] => {
      const ad = campaigns.get(day.campaign);
      return ad === undefined ? [] : [{ ...day, ad }];
    })
    .sort((a, b) => a.day - b.day || a.campaign.localeCompare(b.campaign));
}

/** `1.23%` */
export const share = (clicks: number, impressions: number): string =>
  impressions === 0 ? "0.00%" : `${((clicks / impressions) * 100).toFixed(2)}%`;
