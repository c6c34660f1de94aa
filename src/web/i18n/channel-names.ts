import type { CHANNELS } from "../../model/channels.ts";

const names: Record<(typeof CHANNELS)[number], string> = {
  Webinar: "网络研讨会",
  "Direct Mail": "直邮",
  "Content Syndication": "内容分发",
  Event: "线下活动",
  "Sales Outbound": "销售外呼",
  Partner: "合作伙伴",
  Direct: "直接访问",
  "Cross-network": "跨网络广告",
  "Paid Shopping": "付费购物",
  "Paid Search": "付费搜索",
  "Paid Social": "付费社交",
  "Paid Video": "付费视频",
  Display: "展示广告",
  "Paid Other": "其他付费",
  "Organic Shopping": "自然购物",
  "Organic Social": "自然社交",
  "Organic Video": "自然视频",
  "AI Assistant": "人工智能助手",
  "Organic Search": "自然搜索",
  Referral: "引荐",
  Email: "电子邮件",
  Affiliates: "联盟推广",
  Audio: "音频",
  SMS: "短信",
  "Mobile Push": "移动推送",
  Unassigned: "未归类",
};

/** Chinese names of the channels; a workspace's own channels keep theirs. */
export const channelNames: Readonly<Record<string, string>> = names;
