/** A name in both languages. */
interface Names {
  readonly en: string;
  readonly zh: string;
}

/** What the dimensions are called on every surface; attributes that a team mapped keep the name their file gave them. */
export const DIMENSION_NAMES: Readonly<Record<string, Names>> = {
  channel: { en: "Channel", zh: "渠道" },
  source: { en: "Source", zh: "来源" },
  medium: { en: "Medium", zh: "媒介" },
  campaign: { en: "Campaign", zh: "广告系列" },
  program: { en: "Program", zh: "营销项目" },
  content: { en: "Content", zh: "内容" },
  creative: { en: "Creative", zh: "素材" },
  keyword: { en: "Keyword", zh: "关键词" },
  country: { en: "Country", zh: "国家/地区" },
  market: { en: "Market", zh: "市场" },
  device: { en: "Device", zh: "设备" },
  segment: { en: "Segment", zh: "客户细分" },
  product: { en: "Product", zh: "产品" },
  account: { en: "Account", zh: "客户公司" },
  owner: { en: "Owner", zh: "负责人" },
  landing_page: { en: "Landing page", zh: "着陆页" },
  platform: { en: "Platform", zh: "平台" },
  ad_account: { en: "Ad account", zh: "广告账户" },
  ad_group: { en: "Ad group", zh: "广告组" },
  vendor: { en: "Vendor", zh: "供应商" },
  category: { en: "Cost category", zh: "费用类别" },
  gl_account: { en: "Ledger account", zh: "会计科目" },
  basis: { en: "Cost basis", zh: "费用口径" },
  mail_domain: { en: "Mail domain", zh: "邮箱域名" },
  lead_status: { en: "Lead status", zh: "线索状态" },
  domain: { en: "Domain", zh: "域名" },
  kind: { en: "Kind", zh: "种类" },
  status: { en: "Status", zh: "状态" },
  type: { en: "Type", zh: "类型" },
  from_stage: { en: "From stage", zh: "起始阶段" },
  program_type: { en: "Program type", zh: "项目类型" },
  event_type: { en: "Event type", zh: "事件类型" },
  machine_signal: { en: "Machine signal", zh: "机器信号" },
  event_name: { en: "Event", zh: "活动" },
  event_kind: { en: "Kind of event", zh: "活动种类" },
  topic: { en: "Topic", zh: "主题" },
  role: { en: "Role", zh: "角色" },
  gift_type: { en: "Kind of gift", zh: "礼品种类" },
  gift_name: { en: "Gift", zh: "礼品" },
  lead_tier: { en: "Lead tier", zh: "线索等级" },
  reject_reason: { en: "Reason for rejection", zh: "拒收原因" },
  list: { en: "List", zh: "名单" },
  deal_stage: { en: "Deal stage", zh: "商机阶段" },
  buying_role: { en: "Buying role", zh: "采购角色" },
  engagement: { en: "Kind of engagement", zh: "互动方式" },
  system: { en: "System", zh: "系统" },
  connection: { en: "Connection", zh: "连接" },
};

/** A dimension's name in both languages; its own where the table has none. */
export function dimensionName(id: string): Names {
  return Object.hasOwn(DIMENSION_NAMES, id) ? (DIMENSION_NAMES[id] as Names) : { en: id, zh: id };
}
