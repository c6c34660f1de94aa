import type { FactId } from "../../../model/facts.ts";
import { type BilingualWords, words } from "./words.ts";

/** What one row of a fact tells, for people who map a file. */
export const FACT_WORDS: Readonly<Record<FactId, BilingualWords>> = {
  ad_daily: words(
    "Ad figures by day",
    "按天的广告数据",
    "Cost, impressions, clicks and conversions of a campaign or ad on one day",
    "某广告系列或广告在某一天的花费、展示、点击与转化",
  ),
  ad_period: words(
    "Ad figures of a whole period",
    "整段期间的广告数据",
    "The same, where the file has one row for a month or any range of days",
    "同上，但文件中一行代表整月或一段日期",
  ),
  web_daily: words(
    "Website figures by day",
    "按天的网站数据",
    "Sessions, users and conversions of one day, as an analytics tool adds them up",
    "分析工具汇总的某一天的会话、用户与转化",
  ),
  web_period: words(
    "Website figures of a whole period",
    "整段期间的网站数据",
    "The same, where one row covers a month or any range of days",
    "同上，但一行代表整月或一段日期",
  ),
  web_session: words("Single visits", "单次访问", "One row is one session", "一行就是一次会话"),
  content_read: words(
    "Page reads",
    "内容阅读",
    "How long and how far somebody read a page",
    "某人阅读某页面的时长与深度",
  ),
  social_post: words(
    "Social posts",
    "社交媒体帖子",
    "Views, likes, shares, comments and followers of a post or profile on one day",
    "某天某帖子或账号的浏览、点赞、转发、评论与粉丝",
  ),
  search_daily: words(
    "Search results by day",
    "按天的搜索表现",
    "Impressions, clicks and position in a search engine on one day",
    "某天在搜索引擎中的展示、点击与排名",
  ),
  search_period: words(
    "Search results of a whole period",
    "整段期间的搜索表现",
    "The same, where one row covers a range of days",
    "同上，但一行代表一段日期",
  ),
  cost: words(
    "Marketing costs",
    "市场费用",
    "Invoices, salaries, tools, agencies, fairs: money spent besides the ad platforms",
    "发票、工资、工具、代理、展会等广告平台之外的支出",
  ),
  fx_rate: words("Exchange rates", "汇率", "One currency's rate on one day", "某货币某一天的汇率"),
  person: words(
    "Contacts and leads",
    "联系人与线索",
    "One person with company, country and qualification",
    "一个人及其公司、国家与资质",
  ),
  person_identity: words(
    "Merged contacts",
    "合并的联系人",
    "Which record was merged into which",
    "哪条记录合并到了哪条",
  ),
  deletion: words(
    "Deleted records",
    "已删除的记录",
    "A record that its system deleted; it no longer counts",
    "来源系统中已删除的一条记录，不再计入",
  ),
  stage_entry: words(
    "Stage changes of people",
    "人员的阶段变化",
    "A person became a lead, MQL, SQL or customer on a day",
    "某人在某天成为线索、MQL、SQL 或客户",
  ),
  touch: words(
    "Touches",
    "触点",
    "A person met a campaign: a click, form, download or visit",
    "某人与营销活动的一次接触：点击、表单、下载或到访",
  ),
  meeting: words("Meetings and demos", "会议与演示", "A booked demo or sales meeting", "一次预约的演示或销售会议"),
  account: words("Companies", "客户公司", "One company of the CRM", "CRM 中的一家公司"),
  opportunity: words("Deals", "商机", "One deal with its amount, stage and days", "一个商机及其金额、阶段与日期"),
  opportunity_stage: words(
    "Stage changes of deals",
    "商机的阶段变化",
    "A deal moved into a stage on a day",
    "某商机在某天进入某阶段",
  ),
  revenue: words(
    "Payments and invoices",
    "收款与发票",
    "Money from customers: orders, payments, invoices, refunds",
    "来自客户的款项：订单、付款、发票、退款",
  ),
  subscription: words(
    "Subscriptions",
    "订阅",
    "A customer's contract with its monthly amount",
    "客户的订阅合同及其月度金额",
  ),
  email_campaign: words(
    "Mailings with their totals",
    "邮件群发汇总",
    "One mailing: sent, delivered, opened, clicked",
    "一次群发：发送、送达、打开、点击",
  ),
  email_event: words(
    "Single e-mail events",
    "单条邮件事件",
    "One open, click, bounce or unsubscribe of one person",
    "某人的一次打开、点击、退信或退订",
  ),
  event: words("Webinars and fairs", "网络研讨会与展会", "One event with its day and kind", "一场活动及其日期与种类"),
  participation: words(
    "Registrants and attendees",
    "报名与参会者",
    "One person at one webinar or fair",
    "某人参加某场研讨会或展会",
  ),
  gift: words("Gifts and direct mail", "礼品与直邮", "One thing sent to one person", "寄给某人的一件物品"),
  vendor_lead: words(
    "Leads from a vendor",
    "供应商线索",
    "A lead that a content-syndication vendor delivered",
    "内容分发供应商交付的一条线索",
  ),
  target_account: words(
    "Target accounts",
    "目标客户公司",
    "A company that the team has set out to win",
    "团队希望争取的公司",
  ),
};

/** Facts as they are offered, the usual ones first. */
export const FACT_GROUPS: readonly { readonly id: string; readonly facts: readonly FactId[] }[] = [
  { id: "advertising", facts: ["ad_daily", "ad_period", "search_daily", "search_period", "social_post"] },
  { id: "website", facts: ["web_daily", "web_period", "web_session", "content_read"] },
  { id: "people", facts: ["person", "stage_entry", "touch", "meeting", "person_identity", "vendor_lead", "deletion"] },
  {
    id: "money",
    facts: ["cost", "opportunity", "opportunity_stage", "revenue", "subscription", "fx_rate"],
  },
  { id: "programs", facts: ["email_campaign", "email_event", "event", "participation", "gift"] },
  { id: "accounts", facts: ["account", "target_account"] },
];
