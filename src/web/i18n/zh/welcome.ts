import type { welcome as english } from "../en/welcome.ts";
import type { Texts } from "../translation.ts";

export const welcome: Texts<typeof english> = {
  title: "只需一份文件，就能看到第一个数字",
  text: "看板由您手头已有的导出文件生成：网站分析、广告平台、CRM、费用表。下面每张卡片都写明它在等哪份文件、从哪里导出。无需先做任何设置。",
  own: "拖入您的导出文件",
  own_text: "拖到本页任意位置即可。每份文件都会先读取并展示给您，确认后才计入。",
  choose: "选择文件",
  what: "可以导入哪些文件",
  demo: "先看看示例公司",
  demo_text:
    "虚构的 Lotwerk Sensors：两年的访问、广告、邮件、线索、商机与费用。它与您的工作区并列存放，不会改动其中任何内容。",
  demo_open: "打开示例公司",
  demo_writing: "正在生成导出文件",
  demo_loading: "正在加载导出文件",
  demo_ending: "正在汇总人员、商机与客户",
  demo_once: "需一到两分钟，仅此一次，期间可照常使用。",
  demo_ready: "已就绪，将在新标签页中打开。",
  demo_strip: "示例公司：人物与数据均为虚构。",
  demo_back: "返回您的工作区",
  demo_elsewhere: "请在自己的电脑上运行：",
};
