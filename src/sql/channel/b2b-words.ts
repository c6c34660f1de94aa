import type { B2B_CHANNELS } from "../../model/channels.ts";

/**
 * What campaign types, lead sources and UTM mediums call our B2B groups. Compared whole, after lower case and with `-`
 * and `_` read as blanks.
 */
export const B2B_WORDS: Readonly<Record<(typeof B2B_CHANNELS)[number], readonly string[]>> = {
  Webinar: ["webinar", "webinars", "webcast", "webcasts", "online seminar", "网络研讨会", "线上研讨会", "直播研讨会"],
  "Direct Mail": ["direct mail", "directmail", "direct mailing", "gift", "gifting", "直邮", "邮寄礼品"],
  "Content Syndication": ["content syndication", "contentsyndication", "syndication", "内容联合", "内容联合分发"],
  Event: [
    "event",
    "events",
    "trade show",
    "tradeshow",
    "trade fair",
    "fair",
    "exhibition",
    "conference",
    "field event",
    "展会",
    "会展",
    "线下活动",
    "大会",
  ],
  "Sales Outbound": [
    "sales outbound",
    "outbound",
    "outbound sales",
    "cold call",
    "cold calling",
    "cold email",
    "sdr",
    "bdr",
    "sales prospecting",
    "prospecting",
    "sales generated",
    "销售外呼",
    "销售开拓",
    "陌生拜访",
  ],
  Partner: ["partner", "partners", "partner referral", "channel partner", "reseller", "合作伙伴", "渠道伙伴", "代理商"],
};
