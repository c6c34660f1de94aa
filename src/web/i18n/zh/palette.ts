import type { palette as english } from "../en/palette.ts";
import type { Texts } from "../translation.ts";

export const palette: Texts<typeof english> = {
  open: "搜索或跳转",
  open_key: "搜索或跳转，{{key}} 键",
  label: "搜索页面、指标、看板、时段",
  nothing: "没有找到。",
  groups: {
    pages: "页面",
    boards: "看板",
    views: "已存视图",
    kpis: "指标",
    channels: "渠道",
    periods: "时段",
    actions: "操作",
  },
  copy_link: "复制此视图的链接",
  light: "浅色",
  dark: "深色",
  auto: "颜色跟随系统",
  keys: "键盘快捷键",
  keys_on: "启用单键快捷键",
  keys_note: "⌘K 或 Ctrl+K 始终可用。",
  key: {
    palette: "搜索或跳转",
    earlier: "上一时段",
    later: "下一时段",
    compare: "对比上一时段或去年同期",
    help: "显示这些快捷键",
  },
  gallery: "图表与组件一览",
  more: "更多",
};
