import { BILIBILI_MONTH, MISTAGGED_MONTH, XIAOHONGSHU_MONTH } from "./stories.ts";

/** The made-up company: everything that is known before anything happens. `.example` names can belong to nobody. */
export const COMPANY = {
  name: "Lotwerk Sensors",
  nameZh: "测深科技",
  domain: "lotwerk.example",
  shopDomain: "shop.lotwerk.example",
  companyId: "9000000001",
  currency: "EUR",
  timezone: "Europe/Berlin",
} as const;

export const COUNTRIES = ["DE", "AT", "CH", "FR", "US", "CN", "JP"] as const;
export type Country = (typeof COUNTRIES)[number];

export const CURRENCY_OF: Readonly<Record<Country, Currency>> = {
  DE: "EUR",
  AT: "EUR",
  CH: "EUR",
  FR: "EUR",
  US: "USD",
  CN: "CNY",
  JP: "JPY",
};
export type Currency = "EUR" | "USD" | "CNY" | "JPY";

export const MARKETS: Readonly<Record<string, readonly Country[]>> = {
  DACH: ["DE", "AT", "CH"],
  France: ["FR"],
  Americas: ["US"],
  APAC: ["CN", "JP"],
};

/** Mail domains of rival makers; their people download the white papers too. */
export const COMPETITOR_DOMAINS = ["pegelmatic.example", "tiefblick.example", "soundingline.example"] as const;
/** A customer from before the CRM whose engineers register for every webinar. */
export const CUSTOMER_DOMAINS = ["wasserwerk-nordhafen.example"] as const;
export const OLD_CUSTOMER = {
  id: "9000000000",
  name: "Wasserwerk Nordhafen",
  domain: CUSTOMER_DOMAINS[0],
  country: "DE",
  since: "2023-02-14",
} as const;

/** Channels that do not count as marketing when a deal is sourced. */
export const NOT_MARKETING_CHANNELS = ["Sales Outbound", "Partner", "Offline", ""] as const;

export const GROSS_MARGIN = 0.72;
export const DISCOUNT_RATE = 0.1;
export const LIFETIME_CAP_MONTHS = 60;

export const OWNERS: Readonly<Record<Country, readonly string[]>> = {
  DE: ["Jana Köhler", "Tobias Brandt"],
  AT: ["Tobias Brandt"],
  CH: ["Tobias Brandt"],
  FR: ["Élodie Martin"],
  US: ["Marcus Reed", "Dana Whitfield"],
  CN: ["陈思远"],
  JP: ["佐藤 美咲"],
};

type Weights = Partial<Record<Country, number>>;

export interface WebSource {
  readonly source: string;
  readonly medium: string;
  readonly campaign: string;
  readonly channel: string;
  /** Sessions on an ordinary day at the start; for paid sources the share of ad clicks that become sessions. */
  readonly volume: number;
  /** Ad campaign that feeds it. */
  readonly ad?: string;
  /** The only month, counted from the first one, in which its links are tagged so; or one in which they are not. */
  readonly during?: number;
  readonly except?: number;
  readonly countries: Weights;
  readonly engaged: number;
  readonly converts: number;
  /** How the CRM names where the contact came from. */
  readonly origin: readonly [string, string, string];
}

const everywhere: Weights = { DE: 38, AT: 5, CH: 6, FR: 14, US: 24, CN: 4, JP: 9 };
const west: Weights = { DE: 44, AT: 6, CH: 7, FR: 15, US: 28 };

export const WEB_SOURCES: readonly WebSource[] = [
  {
    source: "google",
    medium: "organic",
    campaign: "(organic)",
    channel: "Organic Search",
    volume: 118,
    countries: { DE: 40, AT: 6, CH: 6, FR: 15, US: 25, JP: 8 },
    engaged: 0.64,
    converts: 0.021,
    origin: ["Organic Search", "Unknown keywords (SSL)", "google"],
  },
  {
    source: "bing",
    medium: "organic",
    campaign: "(organic)",
    channel: "Organic Search",
    volume: 17,
    countries: { DE: 45, AT: 4, CH: 5, FR: 10, US: 36 },
    engaged: 0.66,
    converts: 0.022,
    origin: ["Organic Search", "Unknown keywords (SSL)", "bing"],
  },
  {
    source: "baidu",
    medium: "organic",
    campaign: "(organic)",
    channel: "Organic Search",
    volume: 21,
    countries: { CN: 1 },
    engaged: 0.52,
    converts: 0.016,
    origin: ["Organic Search", "Unknown keywords (SSL)", "baidu"],
  },
  {
    source: "(direct)",
    medium: "(none)",
    campaign: "(direct)",
    channel: "Direct",
    volume: 82,
    countries: everywhere,
    engaged: 0.55,
    converts: 0.018,
    origin: ["Direct Traffic", "", ""],
  },
  {
    source: "chatgpt.com",
    medium: "ai-assistant",
    campaign: "(not set)",
    channel: "AI Assistant",
    volume: 4,
    countries: everywhere,
    engaged: 0.74,
    converts: 0.034,
    origin: ["AI Referrals", "chatgpt.com", ""],
  },
  {
    source: "messtechnik-online.example",
    medium: "referral",
    campaign: "(referral)",
    channel: "Referral",
    volume: 19,
    countries: { DE: 70, AT: 12, CH: 18 },
    engaged: 0.6,
    converts: 0.017,
    origin: ["Referrals", "messtechnik-online.example", ""],
  },
  {
    source: "processnews.example",
    medium: "referral",
    campaign: "(referral)",
    channel: "Referral",
    volume: 12,
    countries: { FR: 30, US: 60, JP: 10 },
    engaged: 0.57,
    converts: 0.015,
    origin: ["Referrals", "processnews.example", ""],
  },
  {
    source: "linkedin",
    medium: "social",
    campaign: "(not set)",
    channel: "Organic Social",
    volume: 14,
    countries: west,
    engaged: 0.5,
    converts: 0.014,
    origin: ["Organic Social", "LinkedIn", ""],
  },
  {
    source: "weixin",
    medium: "social",
    campaign: "(not set)",
    channel: "Organic Social",
    volume: 9,
    countries: { CN: 1 },
    engaged: 0.48,
    converts: 0.018,
    origin: ["Organic Social", "WeChat", ""],
  },
  {
    source: "newsletter",
    medium: "email",
    campaign: "monthly_newsletter",
    channel: "Email",
    volume: 18,
    countries: everywhere,
    engaged: 0.7,
    converts: 0.026,
    origin: ["Email Marketing", "monthly_newsletter", ""],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "marke_dach",
    channel: "Paid Search",
    volume: 0.84,
    ad: "marke_dach",
    countries: { DE: 78, AT: 11, CH: 11 },
    engaged: 0.62,
    converts: 0.04,
    origin: ["Paid Search", "marke_dach", "lotwerk"],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "fuellstand_dach",
    channel: "Paid Search",
    volume: 0.81,
    ad: "fuellstand_dach",
    countries: { DE: 80, AT: 10, CH: 10 },
    engaged: 0.45,
    converts: 0.021,
    origin: ["Paid Search", "fuellstand_dach", "füllstandssensor"],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "messe_dach",
    channel: "Paid Search",
    volume: 0.8,
    ad: "messe_dach",
    countries: { DE: 85, AT: 8, CH: 7 },
    engaged: 0.31,
    converts: 0.006,
    origin: ["Paid Search", "messe_dach", "sensor messe"],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "capteurs_fr",
    channel: "Paid Search",
    volume: 0.8,
    ad: "capteurs_fr",
    countries: { FR: 1 },
    engaged: 0.46,
    converts: 0.02,
    origin: ["Paid Search", "capteurs_fr", "capteur de niveau"],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "level_us",
    channel: "Paid Search",
    volume: 0.79,
    ad: "level_us",
    countries: { US: 1 },
    engaged: 0.43,
    converts: 0.022,
    origin: ["Paid Search", "level_us", "ultrasonic level sensor"],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "tank_us",
    channel: "Paid Search",
    volume: 0.8,
    ad: "tank_us",
    countries: { US: 1 },
    engaged: 0.47,
    converts: 0.025,
    origin: ["Paid Search", "tank_us", "tank monitoring software"],
  },
  {
    source: "google",
    medium: "cpc",
    campaign: "search_jp",
    channel: "Paid Search",
    volume: 0.82,
    ad: "search_jp",
    countries: { JP: 1 },
    engaged: 0.49,
    converts: 0.02,
    origin: ["Paid Search", "search_jp", "超音波レベルセンサー"],
  },
  {
    source: "baidu",
    medium: "cpc",
    campaign: "brand_cn",
    channel: "Paid Search",
    volume: 0.72,
    ad: "brand_cn",
    countries: { CN: 1 },
    engaged: 0.42,
    converts: 0.023,
    origin: ["Paid Search", "brand_cn", "测深科技"],
  },
  {
    source: "baidu",
    medium: "cpc",
    campaign: "level_cn",
    channel: "Paid Search",
    volume: 0.7,
    ad: "level_cn",
    countries: { CN: 1 },
    engaged: 0.36,
    converts: 0.014,
    origin: ["Paid Search", "level_cn", "液位传感器"],
  },
  {
    source: "linkedin",
    medium: "paid-social",
    campaign: "abm_dach",
    channel: "Paid Social",
    volume: 0.78,
    ad: "abm_dach",
    countries: { DE: 82, AT: 8, CH: 10 },
    engaged: 0.4,
    converts: 0.034,
    origin: ["Paid Social", "LinkedIn", "abm_dach"],
  },
  {
    source: "linkedin",
    medium: "paid-social",
    campaign: "demand_us",
    channel: "Paid Social",
    volume: 0.76,
    ad: "demand_us",
    except: MISTAGGED_MONTH,
    countries: { US: 1 },
    engaged: 0.37,
    converts: 0.026,
    origin: ["Paid Social", "LinkedIn", "demand_us"],
  },
  {
    source: "facebook",
    medium: "paid_social",
    campaign: "remarketing_eu",
    channel: "Paid Social",
    volume: 0.7,
    ad: "remarketing_eu",
    countries: { DE: 60, AT: 8, CH: 7, FR: 25 },
    engaged: 0.28,
    converts: 0.01,
    origin: ["Paid Social", "Facebook", "remarketing_eu"],
  },
  {
    source: "douyin",
    medium: "paid-social",
    campaign: "leads_cn",
    channel: "Paid Video",
    volume: 0.62,
    ad: "leads_cn",
    countries: { CN: 1 },
    engaged: 0.31,
    converts: 0.014,
    origin: ["Paid Social", "Douyin", "leads_cn"],
  },
  {
    source: "weixin",
    medium: "paid-social",
    campaign: "moments_cn",
    channel: "Paid Social",
    volume: 0.66,
    ad: "moments_cn",
    countries: { CN: 1 },
    engaged: 0.36,
    converts: 0.019,
    origin: ["Paid Social", "WeChat", "moments_cn"],
  },
  {
    source: "so.com",
    medium: "cpc",
    campaign: "level_360",
    channel: "Paid Search",
    volume: 0.71,
    ad: "level_360",
    countries: { CN: 1 },
    engaged: 0.38,
    converts: 0.017,
    origin: ["Paid Search", "level_360", "液位计厂家"],
  },
  {
    source: "xiaohongshu",
    medium: "paid-social",
    campaign: "notes_cn",
    channel: "Paid Social",
    volume: 0.58,
    ad: "notes_cn",
    countries: { CN: 1 },
    engaged: 0.41,
    converts: 0.011,
    origin: ["Paid Social", "Xiaohongshu", "notes_cn"],
  },
  {
    source: "bilibili",
    medium: "paid-video",
    campaign: "plantday_cn",
    channel: "Paid Video",
    volume: 0.49,
    ad: "plantday_cn",
    countries: { CN: 1 },
    engaged: 0.44,
    converts: 0.009,
    origin: ["Paid Social", "Bilibili", "plantday_cn"],
  },
  {
    source: "linkedin",
    medium: "sponsored",
    campaign: "Demand-US-2",
    channel: "Organic Social",
    volume: 0.76,
    ad: "demand_us",
    during: MISTAGGED_MONTH,
    countries: { US: 1 },
    engaged: 0.37,
    converts: 0.026,
    origin: ["Organic Social", "LinkedIn", "Demand-US-2"],
  },
];

/** Contacts that no web session brought: the channel they count under, how the CRM says it, contacts a month or an occasion. */
export const OFFLINE_SOURCES: readonly {
  readonly channel: string;
  readonly origin: readonly [string, string, string];
  readonly perMonth: number;
  readonly countries: Weights;
  readonly quality: number;
  /** They come on the days of this fair, or in the weeks before a webinar in this tool, not all year. */
  readonly occasion?: Fair["id"] | WebinarTool;
}[] = [
  {
    channel: "Event",
    origin: ["Offline Sources", "IMPORT", "Event SPS Nuremberg"],
    perMonth: 215,
    countries: { DE: 70, AT: 12, CH: 12, FR: 6 },
    quality: 0.95,
    occasion: "nuremberg",
  },
  {
    channel: "Event",
    origin: ["Offline Sources", "IMPORT", "Event IFAT Shanghai"],
    perMonth: 120,
    countries: { CN: 85, JP: 15 },
    quality: 0.9,
    occasion: "shanghai",
  },
  {
    channel: "Event",
    origin: ["Offline Sources", "IMPORT", "Event Process Expo Chicago"],
    perMonth: 95,
    countries: { US: 1 },
    quality: 0.95,
    occasion: "chicago",
  },
  {
    channel: "Event",
    origin: ["Offline Sources", "IMPORT", "Event Roadshow"],
    perMonth: 15,
    countries: { DE: 70, AT: 10, CH: 10, FR: 10 },
    quality: 0.95,
  },
  {
    channel: "Content Syndication",
    origin: ["Offline Sources", "IMPORT", "Content Syndication Process Guide"],
    perMonth: 18,
    countries: { DE: 55, FR: 45 },
    quality: 0.58,
  },
  {
    channel: "Content Syndication",
    origin: ["Offline Sources", "IMPORT", "Content Syndication FlowNet"],
    perMonth: 14,
    countries: { US: 1 },
    quality: 0.42,
  },
  {
    channel: "Webinar",
    origin: ["Offline Sources", "INTEGRATION", "Webinar Zoom"],
    perMonth: 34,
    countries: { DE: 60, AT: 10, CH: 10, FR: 20 },
    quality: 1.1,
    occasion: "zoom",
  },
  {
    channel: "Webinar",
    origin: ["Offline Sources", "INTEGRATION", "Webinar ON24"],
    perMonth: 30,
    countries: everywhere,
    quality: 0.9,
    occasion: "on24",
  },
  {
    channel: "Sales Outbound",
    origin: ["Offline Sources", "CRM_UI", "Outbound prospecting"],
    perMonth: 20,
    countries: everywhere,
    quality: 1.5,
  },
  {
    channel: "Partner",
    origin: ["Offline Sources", "IMPORT", "Partner referral program"],
    perMonth: 9,
    countries: { DE: 40, US: 30, CN: 20, JP: 10 },
    quality: 1.7,
  },
];

export type WebinarTool = "zoom" | "on24";

/** A trade fair with a stand of the company. */
export interface Fair {
  readonly id: "nuremberg" | "shanghai" | "chicago";
  readonly name: string;
  /** It opens on the first such weekday (0 = Sunday) on or after this day of its month. */
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  /** Handed out over all days; null: nobody counted, the visitors' list is all there is. */
  readonly items: number | null;
}

export const FAIR_DAYS = 3;
export const FAIRS: readonly Fair[] = [
  { id: "nuremberg", name: "SPS Nürnberg", month: 11, day: 22, weekday: 2, items: 930 },
  { id: "shanghai", name: "IFAT 上海", month: 4, day: 14, weekday: 3, items: 1260 },
  { id: "chicago", name: "Process Expo Chicago", month: 9, day: 22, weekday: 2, items: null },
];

/** Vendors that hand over readers of white papers for a price a lead. */
export interface Vendor {
  readonly id: "process-guide" | "flownet";
  readonly name: string;
  /** How the CRM names it. */
  readonly origin: string;
  readonly currency: Currency;
  readonly price: number;
}

export const VENDORS: readonly Vendor[] = [
  {
    id: "process-guide",
    name: "Process Guide",
    origin: "Content Syndication Process Guide",
    currency: "EUR",
    price: 48,
  },
  { id: "flownet", name: "FlowNet Media", origin: "Content Syndication FlowNet", currency: "USD", price: 62 },
];

/** What the vendors call their programme in their lists; the CRM's import calls it by its origin. */
export const vendorProgramme = ({ name }: Vendor): string => `Lotwerk ${name}`;

/** Roles that have a say when sensors are bought, as job titles hold them. */
export const BUYING_ROLES = ["Plant Manager", "Maintenance", "Automation", "Purchasing"] as const;

export interface AdCampaign {
  /** The utm_campaign of its links. */
  readonly id: string;
  readonly platform:
    | "google_ads"
    | "linkedin"
    | "meta"
    | "baidu"
    | "qihoo_360"
    | "ocean_engine"
    | "tencent_ads"
    | "xiaohongshu"
    | "bilibili";
  readonly account: string;
  readonly currency: Currency;
  readonly name: string;
  readonly platformId: string;
  /** The name after the company renamed it, from the eleventh month before the last one on. */
  readonly renamed?: string;
  readonly group?: string;
  readonly clicksPerDay: number;
  readonly costPerClick: number;
  readonly clickRate: number;
  readonly conversionRate: number;
  readonly country: Country;
  /** The month, counted from the first one, in which it began; without it, before all exports. */
  readonly begins?: number;
}

export const AD_CAMPAIGNS: readonly AdCampaign[] = [
  {
    id: "marke_dach",
    platform: "google_ads",
    account: "Lotwerk GmbH",
    currency: "EUR",
    name: "Marke DACH",
    platformId: "21456780001",
    clicksPerDay: 13,
    costPerClick: 1.1,
    clickRate: 0.084,
    conversionRate: 0.045,
    country: "DE",
  },
  {
    id: "fuellstand_dach",
    platform: "google_ads",
    account: "Lotwerk GmbH",
    currency: "EUR",
    name: "Füllstand Generisch DACH",
    platformId: "21456780002",
    clicksPerDay: 27,
    costPerClick: 3.4,
    clickRate: 0.031,
    conversionRate: 0.021,
    country: "DE",
  },
  {
    id: "messe_dach",
    platform: "google_ads",
    account: "Lotwerk GmbH",
    currency: "EUR",
    name: "Messe SPS Aktion",
    platformId: "21456780003",
    clicksPerDay: 6,
    costPerClick: 2.2,
    clickRate: 0.018,
    conversionRate: 0.006,
    country: "DE",
  },
  {
    id: "capteurs_fr",
    platform: "google_ads",
    account: "Lotwerk GmbH",
    currency: "EUR",
    name: "Capteurs de niveau FR",
    platformId: "21456780004",
    clicksPerDay: 13,
    costPerClick: 2.6,
    clickRate: 0.033,
    conversionRate: 0.019,
    country: "FR",
  },
  {
    id: "level_us",
    platform: "google_ads",
    account: "Lotwerk Inc.",
    currency: "USD",
    name: "Generic, level sensors US",
    renamed: "Ultrasonic level sensors US",
    platformId: "21987650001",
    clicksPerDay: 21,
    costPerClick: 4.9,
    clickRate: 0.028,
    conversionRate: 0.022,
    country: "US",
  },
  {
    id: "tank_us",
    platform: "google_ads",
    account: "Lotwerk Inc.",
    currency: "USD",
    name: "Tank monitoring US",
    platformId: "21987650002",
    clicksPerDay: 10,
    costPerClick: 6.2,
    clickRate: 0.024,
    conversionRate: 0.026,
    country: "US",
  },
  {
    id: "search_jp",
    platform: "google_ads",
    account: "Lotwerk Inc.",
    currency: "USD",
    name: "Search JP",
    platformId: "21987650003",
    clicksPerDay: 9,
    costPerClick: 2.4,
    clickRate: 0.03,
    conversionRate: 0.019,
    country: "JP",
  },
  {
    id: "brand_cn",
    platform: "baidu",
    account: "lotwerk-sem",
    currency: "CNY",
    name: "品牌词",
    group: "品牌核心词",
    platformId: "",
    clicksPerDay: 9,
    costPerClick: 4.6,
    clickRate: 0.061,
    conversionRate: 0.03,
    country: "CN",
  },
  {
    id: "level_cn",
    platform: "baidu",
    account: "lotwerk-sem",
    currency: "CNY",
    name: "液位传感器通用词",
    group: "液位传感器",
    platformId: "",
    clicksPerDay: 16,
    costPerClick: 11.5,
    clickRate: 0.022,
    conversionRate: 0.016,
    country: "CN",
  },
  {
    id: "abm_dach",
    platform: "linkedin",
    account: "Lotwerk Sensors",
    currency: "EUR",
    name: "ABM DACH water utilities",
    group: "Demand DACH",
    platformId: "132822896",
    clicksPerDay: 7,
    costPerClick: 9.8,
    clickRate: 0.0062,
    conversionRate: 0.03,
    country: "DE",
  },
  {
    id: "demand_us",
    platform: "linkedin",
    account: "Lotwerk Sensors",
    currency: "EUR",
    name: "US process engineers",
    group: "Demand Americas",
    platformId: "132822897",
    clicksPerDay: 5,
    costPerClick: 11.6,
    clickRate: 0.0055,
    conversionRate: 0.024,
    country: "US",
  },
  {
    id: "remarketing_eu",
    platform: "meta",
    account: "Lotwerk Remarketing",
    currency: "EUR",
    name: "Remarketing EU",
    group: "Site visitors 90 days",
    platformId: "120210000000000417",
    clicksPerDay: 11,
    costPerClick: 0.9,
    clickRate: 0.009,
    conversionRate: 0.008,
    country: "DE",
  },
  {
    id: "leads_cn",
    platform: "ocean_engine",
    account: "lotwerk-douyin",
    currency: "CNY",
    name: "B2B留资 液位计",
    platformId: "7412345678901234567",
    clicksPerDay: 32,
    costPerClick: 4.4,
    clickRate: 0.0105,
    conversionRate: 0.017,
    country: "CN",
  },
  {
    id: "moments_cn",
    platform: "tencent_ads",
    account: "lotwerk-weixin",
    currency: "CNY",
    name: "朋友圈 水务案例",
    platformId: "20012345678",
    clicksPerDay: 18,
    costPerClick: 5.2,
    clickRate: 0.0088,
    conversionRate: 0.016,
    country: "CN",
  },
  {
    id: "level_360",
    platform: "qihoo_360",
    account: "lotwerk-360",
    currency: "CNY",
    name: "液位计 行业词",
    group: "液位计厂家",
    platformId: "2834019977",
    clicksPerDay: 9,
    costPerClick: 6.8,
    clickRate: 0.024,
    conversionRate: 0.015,
    country: "CN",
  },
  {
    id: "notes_cn",
    platform: "xiaohongshu",
    account: "lotwerk-xhs",
    currency: "CNY",
    name: "工程师笔记 选型避坑",
    group: "自动化兴趣人群",
    platformId: "71002266",
    clicksPerDay: 14,
    costPerClick: 2.6,
    clickRate: 0.021,
    conversionRate: 0.011,
    country: "CN",
    begins: XIAOHONGSHU_MONTH,
  },
  {
    id: "plantday_cn",
    platform: "bilibili",
    account: "lotwerk-bili",
    currency: "CNY",
    name: "工厂一日 品牌片",
    group: "科技区信息流",
    platformId: "50331177",
    clicksPerDay: 17,
    costPerClick: 1.7,
    clickRate: 0.013,
    conversionRate: 0.009,
    country: "CN",
    begins: BILIBILI_MONTH,
  },
];

/** What the company calls an ad campaign. */
export const campaignName = ({ renamed, name }: AdCampaign): string => renamed ?? name;

/** What others call it: its links, the platform, its name before; LinkedIn's report shows the group. */
export function campaignAliases(ad: AdCampaign): readonly string[] {
  const { id, platform, platformId, name, renamed, group } = ad;
  const others = [id, platformId, renamed === undefined ? "" : name, platform === "linkedin" ? (group ?? "") : ""];
  return others.filter((one) => one !== "");
}
