import { NOT_ALLOCATED, NOT_SET } from "../../plan/dimensions/dimension.ts";

const CHINESE: Readonly<Record<string, string>> = { [NOT_SET]: "（未设置）", [NOT_ALLOCATED]: "（未分摊）" };

/** A dimension's value for people: what is empty is said in their language. */
export function shownValue(value: string, language: "en" | "zh"): string {
  return language === "zh" ? (CHINESE[value] ?? value) : value;
}
