import type { Definition } from "./measure.ts";

const targets = (event: string, column: string, label: Definition["label"], stock: boolean): Definition => ({
  unit: "count",
  label,
  readings: [
    {
      table: "target_event",
      aggregate: { kind: "distinct", column },
      // An engagement of somebody in no wanted role names no role, and is none that goes unreported.
      where: { event: [event], [column]: ["!="] },
      ...(stock ? { timing: { kind: "stock", until: "until" } } : {}),
    },
  ],
});

/** Target accounts and the roles wanted in them. */
export const ACCOUNTS_MEASURES = {
  target_accounts: targets("listed", "account_key", { en: "Target accounts", zh: "目标客户数" }, true),
  engaged_target_accounts: targets(
    "engaged",
    "account_key",
    { en: "Engaged target accounts", zh: "已互动目标客户数" },
    false,
  ),
  buying_roles_wanted: targets("role_wanted", "role_key", { en: "Buying roles wanted", zh: "目标采购角色数" }, true),
  buying_roles_known: targets(
    "role_known",
    "role_key",
    { en: "Buying roles with a known contact", zh: "已有联系人的采购角色数" },
    true,
  ),
  buying_roles_engaged: targets(
    "engaged",
    "role_key",
    { en: "Buying roles with an engaged contact", zh: "有互动联系人的采购角色数" },
    false,
  ),
} as const satisfies Record<string, Definition>;
