import type { annotations as english } from "../en/annotations.ts";
import type { Texts } from "../translation.ts";

export const annotations: Texts<typeof english> = {
  title: "这段时间的注释",
  none: "暂无注释。记下数字波动的原因：一场展会、网站改版、表单调整。",
  add: "添加注释",
  change: "修改",
  from: "日期",
  to: "截止（可选）",
  kind: "类型",
  scope: "适用范围",
  this_kpi: "仅本指标",
  everything: "全部指标",
  text: "内容",
  other: "英文（可选）",
  save: "保存",
  cancel: "取消",
  remove: "删除",
  monthly: "每月 {{from}} 日至 {{to}} 日",
  source: "出处",
  conflict: "这条注释刚被他人改过，现在的内容是：",
  take_theirs: "采用对方的",
  keep_mine: "保留我的",
  kinds: {
    note: "备注",
    campaign: "营销活动",
    website: "网站",
    market: "市场",
    measurement_break: "口径变化",
    other: "其他",
  },
};
