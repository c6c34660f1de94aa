import type { en } from "./en.ts";
import type { Texts } from "./translation.ts";
import { accounts } from "./zh/accounts.ts";
import { annotations } from "./zh/annotations.ts";
import { audience } from "./zh/audience.ts";
import { board } from "./zh/board.ts";
import { card } from "./zh/card.ts";
import { channel } from "./zh/channel.ts";
import { channels } from "./zh/channels.ts";
import { explore } from "./zh/explore.ts";
import { export_from, fills } from "./zh/fills.ts";
import { funnel } from "./zh/funnel.ts";
import { gallery } from "./zh/gallery.ts";
import { kpi } from "./zh/kpi.ts";
import { kpis } from "./zh/kpis.ts";
import { mapping } from "./zh/mapping.ts";
import { palette } from "./zh/palette.ts";
import { reconciliation } from "./zh/reconciliation.ts";
import { routing } from "./zh/routing.ts";
import { save } from "./zh/save.ts";
import { settings } from "./zh/settings.ts";
import { sources } from "./zh/sources.ts";
import { tree } from "./zh/tree.ts";
import { welcome } from "./zh/welcome.ts";

/** 界面中的全部中文文案，键与 `en.ts` 一致。 */
export const zh: Texts<typeof en> = {
  skip: "跳到正文",
  nav: {
    label: "Leadline 导航",
    board: "看板",
    funnel: "漏斗",
    kpis: "指标",
    channels: "渠道",
    explore: "探索",
    sources: "数据源",
  },
  boards: "看板",
  close: "关闭",
  language: "语言",
  theme: { label: "配色", light: "浅色", dark: "深色", auto: "跟随系统" },
  missing: { title: "这个地址下没有内容", home: "前往看板" },
  period: {
    label: "期间",
    today: "今天",
    yesterday: "昨天",
    "this-week": "本周至今",
    "last-week": "上周",
    "last-year": "上一年度",
    "week-to-date": "本周至今",
    "month-to-date": "本月至今",
    "quarter-to-date": "本季度至今",
    "year-to-date": "本年度至今",
    last_days: "近 {{number}} 天",
    last_weeks: "近 {{number}} 周",
    last_months: "近 {{number}} 个月",
    last_quarters: "近 {{number}} 个季度",
    last_years: "近 {{number}} 年",
    months_to: "截至{{period}}的 {{number}} 个月",
    "this-month": "本月至今",
    "last-month": "上月",
    "this-quarter": "本季度至今",
    "last-quarter": "上季度",
    "this-year": "今年至今",
    "last-12-months": "近 12 个月",
    quarter: "{{quarter}} 季度",
    quarter_of: "{{year}}年第{{quarter}}季度",
    fiscal_year: "{{year}}财年",
    fiscal_quarter: "{{year}}财年第{{quarter}}季度",
    year_before: "上一年",
    year_after: "下一年",
    earlier: "上一期",
    earlier_key: "上一期，快捷键 [",
    later: "下一期",
    later_key: "下一期，快捷键 ]",
    from: "从",
    to: "到",
    show: "查看",
  },
  compare: { previous: "与上一期相比", "last-year": "与去年同期相比" },
  card,
  board,
  state: {
    ok: "",
    no_data: "暂无数据",
    zero_denominator: "分母为零",
    immature: "为时尚早",
    not_additive: "不可相加",
    no_dimension: "无法按此维度拆分",
    incomplete: "截至目前",
    too_few: "样本太少",
  },
  fills,
  export_from,
  kpi,
  annotations,
  tree,
  kpis,
  gallery,
  palette,
  sources,
  mapping,
  settings,
  channels,
  channel,
  accounts,
  routing,
  audience,
  reconciliation,
  save,
  explore,
  goal: { performance: "表现", impact: "业务影响", loyalty: "客户忠诚度" },
  race: { reach: "触达", act: "互动", convert: "转化", engage: "留存" },
  timing: { leading: "先行指标", lagging: "滞后指标" },
  family: {
    search: "自然搜索",
    programs: "营销项目",
    advertising: "广告投放",
    content: "内容",
    conversion: "转化",
    email: "邮件",
    events: "活动",
    funnel: "线索与漏斗",
    money: "收入与成本",
    traffic: "流量与触达",
    webinars: "网络研讨会",
    direct_mail: "直邮",
    syndication: "内容分发",
  },
  funnel,
  value: { not_set: "（未设置）", not_allocated: "（未分摊）" },
  error: {
    title: "无法显示",
    lost: "服务器没有响应。",
    lost_remedy: "当前显示的是它最后一次的应答，恢复后页面会自动更新。",
    again: "重试",
  },
  welcome,
  data: "数据截至{{day}}",
  notes: "说明",
};
