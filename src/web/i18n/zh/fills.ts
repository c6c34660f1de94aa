import type { fills as english, export_from as englishWhere } from "../en/fills.ts";
import type { Texts } from "../translation.ts";

export const fills: Texts<typeof english> = {
  traffic: "导入 GA4 流量报告即可填充。",
  content: "导入 GA4 页面报告即可填充。",
  conversion: "导入 GA4 与 CRM 的导出文件即可填充。",
  advertising: "导入广告平台报告即可填充。",
  email: "导入邮件工具的群发报告或邮件事件即可填充。",
  programs: "导入网络研讨会、展会、直邮或内容分发名单即可填充。",
  search: "导入 Google Search Console 报告即可填充。",
  social: "导入领英、X 或微信公众号的内容数据即可填充。",
  accounts: "导入目标客户名单与 CRM 数据即可填充。",
  people: "导入 CRM 的联系人或线索即可填充。",
  deals: "导入 CRM 的商机即可填充。",
  subscriptions: "导入 Stripe 订阅记录即可填充。",
  cost: "导入费用表与 CRM 商机即可填充。",
};

export const export_from: Texts<typeof englishWhere> = {
  traffic: "GA4 → 探索，加入“日期”和“会话默认渠道组” → 导出 → CSV",
  content: "GA4 → 探索，加入“日期”和“网页路径” → 导出 → CSV",
  conversion: "GA4 → 探索，加入“日期” → 导出 → CSV；HubSpot → 联系人 → 导出",
  advertising: "百度营销 → 数据报告 → 分日 → 下载 CSV；Google Ads、领英、Meta 同理",
  email: "Mailchimp → Reports → Export；Klaviyo → Campaigns → Export CSV（群发列表导出）",
  programs: "Zoom → 报告 → 参会者报告 → CSV；展会与礼品用自己的表格",
  search: "Search Console → 效果 → 导出 → CSV，取“日期”表",
  social: "领英公司主页 → 分析 → 内容 → 导出 → “All posts”工作表",
  accounts: "自己的表格，列为：客户、域名、名单、起始日",
  people: "HubSpot → 联系人 → 导出 → 全部属性；Salesforce → 线索报表 → 导出",
  deals: "HubSpot → 商机 → 导出 → 全部属性；Salesforce → 商机报表 → 导出",
  subscriptions: "Stripe → 订阅 → 导出 → 全部列",
  cost: "自己的表格，列为：日期、类别、渠道、金额、币种",
};
