import { addMonths, type Day, partsOf } from "../calendar.ts";
import { AD_CAMPAIGNS } from "../company.ts";
import type { Random } from "../random.ts";
import type { AdDay, Cost } from "../world.ts";

const cents = (value: number): number => Math.round(value * 100) / 100;

/** The platform whose own reports begin later than the cost sheet: until then the sheet is all there is. */
export const LATE_PLATFORM = "linkedin";
export const lateFrom = (start: Day): Day => addMonths(start, 2);

const VENDORS: Readonly<Record<string, string>> = {
  google_ads: "Google Ireland Ltd.",
  linkedin: "LinkedIn Ireland",
  meta: "Meta Platforms Ireland",
  baidu: "百度在线网络技术（北京）有限公司",
  qihoo_360: "北京奇虎科技有限公司",
  xiaohongshu: "行吟信息科技（上海）有限公司",
  bilibili: "上海宽娱数码科技有限公司",
  ocean_engine: "北京巨量引擎网络技术有限公司",
  tencent_ads: "腾讯计算机系统有限公司",
};

const INVOICED: Readonly<Record<string, string>> = {
  google_ads: "Paid Search",
  baidu: "Paid Search",
  qihoo_360: "Paid Search",
  ocean_engine: "Paid Video",
  bilibili: "Paid Video",
};

/** The cost sheet that finance keeps: closed months only, one row a vendor and month. */
export function simulateCosts(random: Random, start: Day, today: Day, ads: readonly AdDay[]): Cost[] {
  const costs: Cost[] = [];
  const open = addMonths(today, 0);
  const platformOf = new Map(AD_CAMPAIGNS.map((campaign) => [campaign.id, campaign]));
  for (let month = start; month < open; month = addMonths(month, 1)) {
    const next = addMonths(month, 1);
    const book = next - 3;
    const index = Math.round((month - start) / 30.4);
    const { month: number } = partsOf(month);
    const row = (
      vendor: string,
      category: string,
      amount: number,
      more: Partial<Omit<Cost, "amount" | "category" | "vendor">> = {},
    ): void => {
      costs.push({
        day: book,
        vendor,
        category,
        channel: "",
        country: "",
        platform: "",
        memo: "",
        currency: "EUR",
        amount: cents(amount),
        ...more,
      });
    };
    // What the ad platforms charged, as their invoices say it: once more the figures of their own reports.
    const invoices = new Map<string, number>();
    for (const ad of ads) {
      const campaign = platformOf.get(ad.campaign);
      if (campaign === undefined || ad.day < month || ad.day >= next) continue;
      const key = `${campaign.platform}|${campaign.currency}`;
      invoices.set(key, (invoices.get(key) ?? 0) + ad.cost);
    }
    for (const [key, amount] of invoices) {
      const [platform = "", currency = "EUR"] = key.split("|");
      row(VENDORS[platform] ?? platform, "media", amount, {
        platform,
        currency: currency as Cost["currency"],
        channel: INVOICED[platform] ?? "Paid Social",
        memo: "Invoice of the month",
      });
    }
    row("Messtechnik Verlag", "media", 1_450 + 20 * index, {
      channel: "Display",
      memo: "Print and banner, process engineering monthly",
    });
    row("Salaries marketing", "people", 22_400 + 220 * index, { memo: "Four people, with employer's share" });
    row("HubSpot Ireland", "tools", 1_780, { memo: "CRM and marketing hub" });
    row("Analytics and design tools", "tools", 640, { currency: "USD" });
    row("Agentur Wellenreiter", "agency", 3_900 * random.around(1, 0.08), { channel: "Paid Search", memo: "Retainer" });
    row("上海澜起广告有限公司", "agency", 14_500, { currency: "CNY", country: "CN", memo: "代理服务费" });
    row("Freelance writers", "content", 2_900 * random.around(1, 0.2), { channel: "Organic Search" });
    row("Suchwerk SEO", "agency", 3_400, { channel: "Organic Search", memo: "Technical care and texts" });
    row("Roadshow bus", "other", 1_150, { channel: "Event", memo: "Visits at plants, stand kept and mended" });
    row("翻訳サービス", "content", 96_000, { currency: "JPY", country: "JP", memo: "カタログ翻訳" });
    row("Travel", "travel", 900 * random.around(1, 0.3), { memo: "Customer visits" });
    // What syndicated leads and gifts cost stands in the vendors' own lists.
    row("Mailchimp", "tools", 310, { channel: "Email", currency: "USD" });
    row("Klaviyo", "tools", 180, { channel: "Email", currency: "USD" });
    row("Redaktion Newsletter", "content", 980 * random.around(1, 0.1), { channel: "Email" });
    row("Zoom and ON24", "tools", 1_120, { channel: "Webinar", currency: "USD" });
    row("Webinar speakers and editing", "content", 1_250 * random.around(1, 0.15), { channel: "Webinar" });
    row("Social media editor", "people", 1_900, { channel: "Organic Social", memo: "Half a post" });
    if (number === 9)
      row("Process Expo Inc.", "other", 19_500, { channel: "Event", country: "US", currency: "USD", memo: "Booth" });
    if (number === 11)
      row("Messe Nürnberg", "other", 24_500, { channel: "Event", country: "DE", memo: "Stand at the automation fair" });
    if (number === 4)
      row("上海国际展览", "other", 88_000, { channel: "Event", country: "CN", currency: "CNY", memo: "展位" });
    if (number === 3) row("Agentur Wellenreiter", "agency", -1_200, { channel: "Paid Search", memo: "Credit note" });
    row("Salaries sales", "sales", 31_500 + 300 * index, { memo: "Six people" });
    row("Salaries business development", "business_development", 6_100, {});
    row("Hosting and support", "serving", 5_400 + 110 * index, { memo: "Cloud, support desk, calibration" });
  }
  return costs;
}
