import { dimensionName } from "../../../model/dimension-names.ts";
import { fieldWords } from "../mapping/field-words.ts";

const WORDS: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = {
  person_key: { en: "Person", zh: "联系人" },
  account_key: { en: "Company", zh: "公司" },
  customer_key: { en: "Customer", zh: "客户" },
  role_key: { en: "Role of", zh: "角色归属" },
  journey: { en: "Journey", zh: "第几次旅程" },
  inferred: { en: "Inferred from a later stage", zh: "由后续阶段推断" },
  attributes: { en: "Further columns", zh: "其他列" },
  lead_date: { en: "Lead on", zh: "成为线索" },
  mql_date: { en: "MQL on", zh: "成为 MQL" },
  sql_date: { en: "SQL on", zh: "成为 SQL" },
  opportunity_date: { en: "Opportunity on", zh: "建立商机" },
  demo_date: { en: "Demo booked on", zh: "预约演示" },
  demo_held_date: { en: "Demo held on", zh: "完成演示" },
  won_date: { en: "Won on", zh: "赢单" },
  lost_date: { en: "Lost on", zh: "丢单" },
  closed_date: { en: "Closed on", zh: "关单日期" },
  expected_close: { en: "Close expected on", zh: "预计关单" },
  event: { en: "What happened", zh: "事件" },
  excluded: { en: "Left out by", zh: "排除规则" },
  is_first_win: { en: "First deal won", zh: "首单" },
  sourced: { en: "Sourced by marketing", zh: "市场来源" },
  load_no: { en: "Load", zh: "加载编号" },
  raw_row: { en: "Row of the load", zh: "加载中的行" },
  meeting_id: { en: "Meeting id", zh: "会议编号" },
  revenue_id: { en: "Revenue id", zh: "收入编号" },
  send_id: { en: "Mailing id", zh: "邮件发送编号" },
  gift_id: { en: "Gift id", zh: "礼品编号" },
  lead_id: { en: "Lead id", zh: "线索编号" },
  human_opens: { en: "Opens by people", zh: "真人打开数" },
  openers: { en: "People who opened", zh: "打开人数" },
  raw_clickers: { en: "Clickers with machines", zh: "点击人数（含机器）" },
  machine_clicks: { en: "Clicks by machines", zh: "机器点击数" },
  machine_open_signals: { en: "How machines' opens showed", zh: "机器打开的识别信号" },
  machine_click_signals: { en: "How machines' clicks showed", zh: "机器点击的识别信号" },
  mql_days: { en: "Days to MQL", zh: "到 MQL 的天数" },
  meeting_days: { en: "Days to a meeting", zh: "到会议的天数" },
  next_step_days: { en: "Days to the next step", zh: "到下一步的天数" },
  on_demand_next_step_days: { en: "Days from the recording to the next step", zh: "看回放后到下一步的天数" },
  registered: { en: "Registered", zh: "已报名" },
  attended: { en: "Attended", zh: "已参会" },
  on_demand: { en: "Watched the recording", zh: "观看回放" },
  claimed: { en: "Claimed", zh: "已领取" },
  reason: { en: "Reason", zh: "原因" },
  rule: { en: "Rule", zh: "规则" },
  known_on: { en: "Known on", zh: "汇率日期" },
};

/** What a column of the records behind a number is called; its id where it has no words, as a team's own has none. */
export function recordWord(table: string, column: string, language: "en" | "zh"): string {
  const dimension = dimensionName(column)[language];
  if (dimension !== column) return dimension;
  return WORDS[column]?.[language] ?? fieldWords(table, column, language).name;
}
