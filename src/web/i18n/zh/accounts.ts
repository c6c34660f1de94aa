import type { accounts as english } from "../en/accounts.ts";
import type { Texts } from "../translation.ts";

export const accounts: Texts<typeof english> = {
  title: "目标客户与采购小组",
  list: "名单",
  all_lists: "全部名单",
  part: "{{n}} 中的 {{part}}",
  by_list: "按名单",
  by_role: "按采购小组角色",
  no_roles: "名单中没有目标角色；加上角色一列即可得到采购小组覆盖率。",
  reached_one: "名单上共 {{count}} 家客户，其中 {{reached}} 家已有商机或成交",
  reached: "名单上共 {{count}} 家客户，其中 {{reached}} 家已有商机或成交",
  marks: "实心：该角色有人在本期互动；半心：已认识但未互动；空心：尚无联系人。",
  account: "客户",
  stage: "已到阶段",
  none_reached: "尚未进入",
  engagements: "互动次数",
  last: "最近一次",
  roles: "目标角色",
  country: "国家/地区",
  role: { engaged: "有互动", known: "已认识", missing: "尚无联系人" },
  more: "仅列出前 {{shown}} 家。",
  empty: "还没有目标客户",
  empty_text: "这里将显示目标客户中谁有回应、在那里认识谁。加载目标客户名单即可：公司名或域名，以及目标角色。",
};
