import type { reconciliation as english } from "../en/reconciliation.ts";
import type { Texts } from "../translation.ts";

export const reconciliation: Texts<typeof english> = {
  subject: { leads: "线索", conversions: "转化", spend: "花费", revenue: "收入" },
  measure: "核对的指标",
  fills: {
    leads: "加载 CRM 联系人导出与广告平台报表后显示。",
    conversions: "加载广告平台报表与 GA4 导出后显示。",
    spend: "加载广告平台报表与费用表后显示。",
    revenue: "加载 CRM 商机导出与发票导出后显示。",
  },
  said: "各系统的数字",
  one_side: "只有一个系统提供该数字，无从核对。",
  left: "从 {{from_value}} 到 {{to_value}}：其中 {{rest}} 未能解释",
  explained: "从 {{from_value}} 到 {{to_value}}：差异全部得到解释",
  each: "逐个平台与账簿核对（{{count}} 个）",
  rest: "未能解释",
  part: "组成部分",
  amount: "数额",
  rows: "行数",
  unknown: "现有数据无法说明的因素",
  rules: "费用只计一次",
  rules_text: "平台自己的导出已覆盖的月份，账簿中该平台的媒体费用不再计入。",
  platform: "平台",
  from_platform: "按平台计的月份",
  from_ledger: "按账簿计的月份",
  left_out: "账簿中未计入",
};
