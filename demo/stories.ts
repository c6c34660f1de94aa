import { addMonths, type Day, isoOf } from "./calendar.ts";

export interface Span {
  readonly from: Day;
  readonly to: Day;
}

const month = (start: Day, offset: number): Span => ({
  from: addMonths(start, offset),
  to: addMonths(start, offset + 1) - 1,
});

/** The month, counted from the first one, in which the links of the American LinkedIn campaign were tagged wrongly. */
export const MISTAGGED_MONTH = 19;
/** The month in which the newsletter went to a bought list. */
export const BOUGHT_LIST_MONTH = 15;
/** The month since which the team exports users month by month: of the months before nobody knows them any more. */
export const USERS_MONTH = 11;
/** The month in which the Chinese team began to advertise on Xiaohongshu, and on Bilibili. */
export const XIAOHONGSHU_MONTH = 10;
export const BILIBILI_MONTH = 16;

/** Three days on which the consent banner kept the tag of GA4 from firing. */
export const outage = (start: Day): Span => ({ from: addMonths(start, 10) + 15, to: addMonths(start, 10) + 17 });

/** The month in which the trade-fair campaign ran without a budget cap. */
export const overspend = (start: Day): Span => month(start, 16);

/** Three days on which a scraper opened page after page. */
export const botWave = (start: Day): Span => ({ from: addMonths(start, 18) + 11, to: addMonths(start, 18) + 13 });

export const within = (day: Day, { from, to }: Span): boolean => day >= from && day <= to;

/** What happened, as the team noted it on the time axis. */
export interface Story {
  readonly kind: "note" | "measurement_break" | "campaign" | "website";
  readonly from: string;
  readonly to: string;
  readonly text: { readonly en: string; readonly zh: string };
  readonly scope: {
    readonly kpis?: readonly string[];
    readonly where?: Readonly<Record<string, readonly string[]>>;
    readonly systems?: readonly string[];
  };
}

/** What the team has noted since `start`, by day. */
export function stories(start: Day): Story[] {
  const told = ({ from, to }: Span): Pick<Story, "from" | "to"> => ({ from: isoOf(from), to: isoOf(to) });
  return [
    {
      kind: "measurement_break",
      ...told(outage(start)),
      text: {
        en: "Consent banner kept the GA4 tag from firing: no sessions recorded, leads came in as before.",
        zh: "同意弹窗拦住了 GA4 代码：会话未被记录，线索照常进来。",
      },
      scope: { systems: ["ga4"] },
    },
    {
      kind: "campaign",
      ...told(month(start, BOUGHT_LIST_MONTH)),
      text: {
        en: "English newsletter sent to a bought list: hard bounces and complaints. Not to be repeated.",
        zh: "英文通讯发给了一份买来的名单：硬退信和投诉上升，不再采用。",
      },
      scope: { kpis: ["delivery_rate", "complaint_rate", "unsubscribe_rate"] },
    },
    {
      kind: "campaign",
      ...told(overspend(start)),
      text: {
        en: "Campaign “Messe SPS Aktion” ran without a budget cap: clicks, hardly any leads.",
        zh: "“Messe SPS Aktion” 广告系列未设预算上限：只有点击，几乎没有线索。",
      },
      scope: { kpis: ["ad_spend", "marketing_cost", "cpl", "cac_full", "mroi"] },
    },
    {
      kind: "website",
      ...told(botWave(start)),
      text: {
        en: "A scraper opened page after page: about 2,000 sessions without engagement, direct, from the USA.",
        zh: "爬虫连续抓取页面：约 2,000 次无互动会话，来自美国的直接流量。",
      },
      scope: { kpis: ["sessions", "users", "bounce_rate", "traffic_to_lead_rate", "macro_conversion_rate"] },
    },
    {
      kind: "measurement_break",
      ...told(month(start, MISTAGGED_MONTH)),
      text: {
        en: "Links of the LinkedIn campaign for the USA tagged “sponsored / Demand-US-2”: its visits and leads stand under Organic Social and another campaign, its spend under Paid Social.",
        zh: "美国 LinkedIn 广告链接误标为 “sponsored / Demand-US-2”：访问和线索归入自然社交和另一个广告系列，花费仍在付费社交。",
      },
      scope: { where: { channel: ["Paid Social", "Organic Social"] } },
    },
  ];
}
