import type { channel as english } from "../en/channel.ts";
import type { Texts } from "../translation.ts";

export const channel: Texts<typeof english> = {
  all: "全部渠道",
  own: "本渠道专有指标",
  shared: "各渠道通用指标",
  funnel: "本渠道漏斗",
  compare_funnel: "与其他渠道并列",
  trend: "趋势",
  kpi: "指标",
  drill: "细分到哪里",
  level: "按",
  within: "仅看 {{name}}",
  leave: "取消 {{name}}",
  not_known: "该渠道的结果与费用没有{{level}}信息。",
  unknown: "本期没有 {{name}} 的数据",
  unknown_text: "这段时间既无费用也无结果。请换一个期间，或返回全部渠道。",
  caption: "各{{level}}的结果与费用",
  more: "仅列出最大的 {{count}} 项。",
};
