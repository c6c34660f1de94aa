import { BASE_UNITS, type BaseUnit, type NumberUnit, type Unit } from "./unit.ts";

type Language = "en" | "zh";

const WHOLE: Readonly<Record<Language, Readonly<Record<BaseUnit, string>>>> = {
  en: { money: "money", count: "count", days: "days", seconds: "seconds", months: "months" },
  zh: { money: "金额", count: "数量", days: "天数", seconds: "秒数", months: "月数" },
};

const PER: Readonly<Record<Language, Readonly<Record<BaseUnit, string>>>> = {
  en: { money: "money", count: "count", days: "day", seconds: "second", months: "month" },
  zh: { money: "每单位金额", count: "每个", days: "每天", seconds: "每秒", months: "每月" },
};

/** A unit in words: `money per count`, `distribution of days`; `每个的金额`, `天数的分布`. */
export function unitText(unit: Unit, language: Language): string {
  if (unit.kind === "boolean") return language === "en" ? "yes or no" : "是或否";
  if (unit.kind === "number") return numberText(unit, language);
  const inner = numberText(unit.of, language);
  return language === "en" ? `distribution of ${inner}` : `${inner}的分布`;
}

function numberText({ powers }: NumberUnit, language: Language): string {
  const above = BASE_UNITS.filter((base) => (powers[base] ?? 0) > 0);
  const below = BASE_UNITS.filter((base) => (powers[base] ?? 0) < 0);
  const words = (table: Readonly<Record<BaseUnit, string>>, bases: readonly BaseUnit[], sign: number) =>
    bases.map((base) => table[base] + raised(sign * (powers[base] ?? 0)));
  const top = words(WHOLE[language], above, 1);
  const bottom = words(PER[language], below, -1);
  if (language === "en") {
    const start = top.join(" × ") || (bottom.length === 0 ? "plain number" : "number");
    return [start, ...bottom].join(" per ");
  }
  const end = top.join("×") || (bottom.length === 0 ? "纯数值" : "数值");
  return bottom.length === 0 ? end : `${bottom.join("")}的${end}`;
}

const RAISED = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"];

function raised(power: number): string {
  return power === 1 ? "" : [...String(power)].map((digit) => RAISED[Number(digit)]).join("");
}
